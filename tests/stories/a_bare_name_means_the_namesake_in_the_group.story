# Two people of one name in the county: a patch that prints the bare name means the one who sits in the group.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组
  组长   丁一 县长
  成员   周正 石笠镇镇长
  成员   林涛 县民政局局长
paper  甲政办发〔2031〕5号  2031-03-02  roster, whole
  group 防汛指挥部
  组长   丁一 县长
  成员   周正 县财政局局长
  成员   周正 石笠镇镇长
paper  甲政办发〔2031〕9号  2031-06-01  roster, patch
  group 医改领导小组
  - 成员 周正

on 2031-05-31  成员 of 医改领导小组 = 周正 listed, 林涛
on 2031-06-01  成员 of 医改领导小组 = 林涛 listed
