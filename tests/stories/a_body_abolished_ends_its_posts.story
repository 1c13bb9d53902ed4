paper  甲人发〔2031〕1号  2031-01-10  appointments
  任命 周正 县粮食局局长
paper  甲政发〔2031〕9号  2031-09-01  lineage
  撤销 县粮食局

on 2031-08-31  holds 县粮食局局长 = 周正 certain
on 2031-09-01  holds 县粮食局局长 = 无
