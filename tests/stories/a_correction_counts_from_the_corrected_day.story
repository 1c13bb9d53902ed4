paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组
  组长   丁一 县长
  成员   周振 县财政局局长
paper  甲政办发〔2031〕6号  2031-03-20  roster, whole
  group 医改领导小组
  组长   丁一 县长
  成员   周正 县财政局局长
paper  甲政办发〔2031〕6号  2031-03-20  cites
  corrects 甲政办发〔2031〕4号

on 2031-03-01  成员 = 周正 listed
on 2031-04-01  成员 = 周正 listed
