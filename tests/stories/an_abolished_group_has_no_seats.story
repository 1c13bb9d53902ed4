paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组 action 成立
  组长   丁一 县长
  成员   周正 县财政局局长
paper  甲政办发〔2032〕3号  2032-03-01  roster
  group 医改领导小组 action 撤销

on 2031-02-28  group 医改领导小组 = 无
on 2031-03-01  group 医改领导小组 = exists certain
on 2032-02-29  成员 = 周正
on 2032-03-01  成员 = 无
on 2032-03-01  group 医改领导小组 = 无
