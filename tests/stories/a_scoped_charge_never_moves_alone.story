paper  甲政发〔2031〕5号  2031-01-05  tasks
  1 管好土地 | leader 高山 | lead 县自然资源局
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县自然资源局(矿产)
  高山 副县长: 分管 县水利局

on 2031-03-01  task 1 = 高山 unknown
