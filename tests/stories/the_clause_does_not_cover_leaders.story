paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组  clause: automatic, except leaders
  组长   丁一 县长
  成员   周正 县财政局局长
paper  甲人发〔2031〕5号  2031-09-20  appointments
  免去 丁一 县长
  当选 方正平 县长

on 2031-09-19  组长 = 丁一 listed
on 2031-09-20  组长 = 丁一 stale
