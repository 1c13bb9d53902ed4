# The row of a merger bears the new name: the new group begins, the former ends by the lineage.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 县防汛指挥部 action 成立
  成员   周正 县财政局局长
paper  甲政办发〔2031〕9号  2031-06-01  roster, whole
  group 县防汛抗旱指挥部 action 合并
  成员   林涛 县水利局局长
paper  甲政办发〔2031〕9号  2031-06-01  lineage
  合并 县防汛指挥部 -> 县防汛抗旱指挥部

on 2031-06-01  group 县防汛抗旱指挥部 = exists certain
on 2031-05-31  group 县防汛抗旱指挥部 = 无
on 2031-06-01  group 县防汛指挥部 = 无
on 2031-06-01  成员 of 县防汛抗旱指挥部 = 林涛 listed
