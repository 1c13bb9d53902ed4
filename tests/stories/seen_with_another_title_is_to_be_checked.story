# Seen only as a party group's member since: to be checked, and stale once the post is another's.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 防汛指挥部
  成员   周正 县财政局局长
paper  甲政办发〔2031〕8号  2031-05-01  roster, whole
  group 医改领导小组
  成员   周正 县人民政府党组成员
paper  甲政办发〔2031〕9号  2031-06-01  roster, whole
  group 抗旱指挥部
  成员   沈渡 县财政局局长

on 2031-04-30  成员 of 防汛指挥部 = 周正 listed
on 2031-05-01  成员 of 防汛指挥部 = 周正 check
on 2031-06-01  成员 of 防汛指挥部 = 周正 stale
