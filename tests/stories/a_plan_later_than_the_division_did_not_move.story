# The paper names another leader than the division in force: that contradicts, it was not adjusted.
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局
paper  甲政发〔2031〕5号  2031-05-05  tasks
  1 管好预算 | leader 高山 | lead 县财政局

on 2031-05-05  task 1 = 高山 unknown named
on 2031-05-05  finding task-leader-moved = 0
