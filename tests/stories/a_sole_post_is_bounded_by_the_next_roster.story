# Another head in a later roster ends the earlier holding on some day between the two papers.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组
  成员   周正 县财政局局长
paper  甲政办发〔2031〕9号  2031-06-10  roster, whole
  group 防汛指挥部
  成员   沈渡 县财政局局长

on 2031-03-01  holds 县财政局局长 = 周正 certain sighted
on 2031-02-28  holds 县财政局局长 = 周正 possible
on 2031-03-02  holds 县财政局局长 = 周正 possible, 沈渡 possible
on 2031-06-09  holds 县财政局局长 = 周正 possible, 沈渡 possible
on 2031-06-10  holds 县财政局局长 = 沈渡 certain sighted
on 2031-07-01  holds 县财政局局长 = 沈渡 presumed
