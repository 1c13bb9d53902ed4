# The leader is removed and nobody has the desk: the lead unit answers.
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局、县人民政府办公室
  高山 副县长: 分管 县水利局
paper  甲政发〔2031〕5号  2031-03-05  tasks
  1 修好水渠 | leader 高山 | lead 县水利局
paper  甲人发〔2031〕6号  2031-08-10  appointments
  免去 高山 副县长

on 2031-08-09  task 1 = 高山 confirmed
on 2031-08-10  task 1 = 县水利局 vacant unit   because 甲人发〔2031〕6号
on 2031-08-10  charge 县水利局 = 无
on 2031-08-10  charge 县财政局 = 杜若
on 2031-08-10  finding unit-uncovered = 1
on 2031-08-09  finding unit-uncovered = 0
