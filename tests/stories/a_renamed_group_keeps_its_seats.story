# A new name by itself replaces nobody.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 县双创工作领导小组 action 成立
  组长   丁一 县长
  成员   周正 县财政局局长
paper  甲政办发〔2031〕9号  2031-06-01  roster, patch
  group 县创业创新工作领导小组 action 更名
paper  甲政办发〔2031〕9号  2031-06-01  lineage
  更名 县双创工作领导小组 -> 县创业创新工作领导小组

on 2031-05-31  成员 of 县双创工作领导小组 = 周正 listed
on 2031-06-01  成员 of 县双创工作领导小组 = 无
on 2031-06-01  group 县双创工作领导小组 = 无
on 2031-05-31  group 县创业创新工作领导小组 = 无
on 2031-06-01  成员 of 县创业创新工作领导小组 = 周正 listed
on 2031-06-01  组长 of 县创业创新工作领导小组 = 丁一 listed
