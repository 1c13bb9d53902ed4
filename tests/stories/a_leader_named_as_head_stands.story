# The head leads everything; that a deputy has the unit does not move the task away from him.
paper  甲政发〔2031〕1号  2031-01-05  tasks
  1 管好预算 | leader 丁一 | lead 县财政局
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局

on 2031-03-01  task 1 = 丁一 confirmed
