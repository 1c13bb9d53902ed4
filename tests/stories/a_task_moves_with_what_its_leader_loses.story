# The leader a plan names loses the lead unit to another by 不再分管: the task has moved, and a clerk is told.
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局、县水利局
  高山 副县长: 分管 县林业局
paper  甲政办发〔2031〕5号  2031-03-15  tasks
  1 整治河道 | leader 杜若 | lead 县水利局
paper  甲政办发〔2031〕8号  2031-06-01  division
  杜若 副县长: 不再分管 县水利局
  高山 副县长: 分管 县水利局

on 2031-05-31  task 1 = 杜若 confirmed
on 2031-06-01  task 1 = 高山 moved because 甲政办发〔2031〕8号
on 2031-06-01  finding task-leader-moved = 1
