paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组 action 成立
  组长   丁一 县长
  副组长 高山 副县长
  成员   周正 县财政局局长
  成员   林涛 县民政局局长
paper  甲政办发〔2032〕3号  2032-03-01  roster, whole
  group 医改领导小组 action 调整
  组长   丁一 县长
  副组长 杜若 副县长
  成员   周正 县财政局局长
  成员   沈渡 县教育局局长

on 2032-02-29  成员 = 周正, 林涛
on 2032-03-01  成员 = 周正 listed, 沈渡 listed
on 2032-03-01  副组长 = 杜若 listed
on 2032-03-01  组长 = 丁一 listed certain
