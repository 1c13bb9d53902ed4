# The unit is another by name when its leader loses it; after 2031-06-01 the task it leads has nobody above it.
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县旅游局
  高山 副县长: 分管 县林业局
paper  甲政办发〔2031〕5号  2031-03-15  tasks
  1 建设游客中心 | leader 杜若 | lead 县旅游局
paper  甲政发〔2031〕6号  2031-04-01  lineage
  更名 县旅游局 -> 县文化和旅游局
paper  甲政办发〔2031〕8号  2031-06-01  division
  杜若 副县长: 不再分管 县文化和旅游局

on 2031-05-31  charge 县文化和旅游局 = 杜若 principal
on 2031-06-01  charge 县文化和旅游局 = 无
on 2031-06-01  charge 县旅游局 = 无
on 2031-05-31  task 1 = 杜若 confirmed
on 2031-06-01  task 1 = 县文化和旅游局 vacant because 甲政办发〔2031〕8号
on 2031-06-01  finding task-leader-vacant = 1
