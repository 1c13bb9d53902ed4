# Two rosters of one day show two heads: neither is certain, neither is ended, the contradiction is told.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组
  成员   周正 县财政局局长
paper  甲政办发〔2031〕5号  2031-03-01  roster, whole
  group 防汛指挥部
  成员   沈渡 县财政局局长

on 2031-03-01  holds 县财政局局长 = 周正 possible, 沈渡 possible
on 2031-03-01  finding holders-clash = 1
on 2031-05-01  成员 of 医改领导小组 = 周正 listed
