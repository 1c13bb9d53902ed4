# 周正, 沈渡, 周正 again: the papers contradict each other, nobody is ended.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组
  成员   周正 县财政局局长
paper  甲政办发〔2031〕9号  2031-06-10  roster, whole
  group 防汛指挥部
  成员   沈渡 县财政局局长
paper  甲政办发〔2031〕12号  2031-08-01  roster, whole
  group 抗旱指挥部
  成员   周正 县财政局局长

on 2031-08-01  holds 县财政局局长 = 周正, 沈渡
on 2031-08-01  成员 of 医改领导小组 = 周正 listed
on 2031-08-01  成员 of 防汛指挥部 = 沈渡 listed
on 2031-08-01  finding holders-clash = 1
