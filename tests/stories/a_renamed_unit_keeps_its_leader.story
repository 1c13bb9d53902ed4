paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县农牧业局
  高山 副县长: 分管 县水利局
paper  甲政发〔2031〕5号  2031-03-05  tasks
  1 种好草场 | leader 杜若 | lead 县农牧业局
paper  甲政发〔2031〕9号  2031-09-01  lineage
  更名 县农牧业局 -> 县农牧局

on 2031-08-31  charge 县农牧业局 = 杜若
on 2031-09-01  charge 县农牧局 = 杜若 principal
on 2031-09-01  task 1 = 杜若 confirmed
