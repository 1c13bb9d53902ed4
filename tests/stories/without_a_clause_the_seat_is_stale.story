# No clause: the seat stays the named person's, and is stale once the successor is on paper.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组
  组长   丁一 县长
  成员   周正 县财政局局长
paper  甲政办发〔2031〕9号  2031-06-10  roster, whole
  group 防汛指挥部
  成员   沈渡 县财政局局长

on 2031-06-09  成员 of 医改领导小组 = 周正 listed
on 2031-06-10  成员 of 医改领导小组 = 周正 stale   because 甲政办发〔2031〕9号
on 2031-06-10  成员 of 防汛指挥部 = 沈渡 listed
on 2031-06-10  finding seat-stale = 1
on 2031-06-09  finding seat-stale = 0
