# Abolished in January, founded again in July: two lives, and nobody of the first sits in the second.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 县老旧小区改造工作领导小组 action 成立
  组长   丁一 县长
  成员   周正 县财政局局长
paper  甲政办发〔2032〕1号  2032-01-30  roster
  group 县老旧小区改造工作领导小组 action 撤销
paper  甲政办发〔2032〕9号  2032-07-18  roster, whole
  group 县老旧小区改造工作领导小组 action 成立
  组长   杜若 副县长
  成员   沈渡 县财政局局长

on 2032-01-29  成员 = 周正 listed
on 2032-01-30  成员 = 无
on 2032-03-01  group 县老旧小区改造工作领导小组 = 无
on 2032-07-18  group 县老旧小区改造工作领导小组 = exists certain
on 2032-07-18  成员 = 沈渡 listed
on 2032-07-18  组长 = 杜若 listed
