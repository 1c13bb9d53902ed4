paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组
  组长   丁一 县长
  成员   by 县财政局局长
paper  甲人发〔2031〕1号  2031-01-10  appointments
  任命 周正 县财政局局长
paper  甲人发〔2031〕5号  2031-09-20  appointments
  任命 沈渡 县财政局局长

on 2031-09-19  成员 = 周正 listed
on 2031-09-20  成员 = 沈渡 listed
