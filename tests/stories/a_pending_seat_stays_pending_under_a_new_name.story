# The holder left before the group got its new name: the seat still waits for approval.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 县数字政府建设领导小组 action 成立  clause: by approval
  组长   丁一 县长
  成员   周正 县财政局局长
paper  甲人发〔2031〕2号  2031-05-08  appointments
  任命 沈渡 县财政局局长
paper  甲政办发〔2031〕9号  2031-06-01  lineage
  更名 县数字政府建设领导小组 -> 县数据工作领导小组
paper  甲政办发〔2032〕3号  2032-06-01  roster, patch
  group 县数据工作领导小组
  + 成员 林涛 县民政局局长

on 2031-05-08  成员 of 县数字政府建设领导小组 = 周正 pending_approval
on 2031-06-01  成员 of 县数据工作领导小组 = 周正 pending_approval
on 2032-06-01  成员 of 县数据工作领导小组 = 周正 pending_approval, 林涛 listed
