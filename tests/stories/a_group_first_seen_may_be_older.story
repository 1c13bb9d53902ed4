paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组 action 调整
  组长   丁一 县长

on 2031-02-28  group 医改领导小组 = exists possible
on 2031-03-01  group 医改领导小组 = exists certain
