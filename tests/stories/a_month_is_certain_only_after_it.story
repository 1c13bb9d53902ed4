paper  甲人发〔2031〕1号  2031-10-20  appointments
  任命 周正 县财政局局长 on 2031-09

on 2031-08-31  holds 县财政局局长 = 无
on 2031-09-15  holds 县财政局局长 = 周正 possible
on 2031-10-01  holds 县财政局局长 = 周正 certain
