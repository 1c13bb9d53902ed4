# The roster itself names the new head; the clause has nothing to pass.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 防汛指挥部
  成员   周正 县财政局局长
paper  甲政办发〔2031〕8号  2031-05-01  roster, whole
  group 医改领导小组  clause: automatic
  成员   沈渡 县财政局局长

on 2031-05-01  成员 of 医改领导小组 = 沈渡 listed
on 2031-05-01  成员 of 防汛指挥部 = 周正 stale
