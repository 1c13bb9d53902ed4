paper  甲政发〔2031〕1号  2031-01-05  tasks
  1 管好预算 | lead 县财政局
  2 走访群众 | leader 杜若
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县水利局
  高山 副县长: 分管 县财政局

on 2031-02-28  task 1 = 县财政局 as_printed unit
on 2031-03-01  task 1 = 高山 confirmed
on 2031-03-01  task 2 = 杜若 unknown
on 2031-03-01  finding task-no-lead-unit = 1
