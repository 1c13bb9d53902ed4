paper  甲人发〔2031〕1号  2031-01-10  appointments
  免去 周正 县财政局局长
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组
  成员   周正 县财政局局长

on 2031-03-01  holds 县财政局局长 = 周正 certain
on 2031-03-01  finding holders-clash = 1
