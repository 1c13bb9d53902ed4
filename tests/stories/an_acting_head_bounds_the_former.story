paper  甲政办发〔2030〕4号  2030-03-01  roster, whole
  group 医改领导小组
  组长   方正平 县长
paper  甲人发〔2031〕1号  2031-01-10  appointments
  代理 丁一 县长

on 2030-06-01  holds 县长 = 方正平 possible
on 2031-01-10  holds 县长 = 丁一 acting certain
