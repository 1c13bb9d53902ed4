paper  甲政发〔2031〕1号  2031-01-05  tasks
  1 管好预算 | leader 杜若 | lead 县财政局
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县水利局
  高山 副县长: 分管 县财政局
paper  甲政办发〔2032〕2号  2032-02-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局

on 2031-02-28  task 1 = 杜若 as_printed
on 2031-03-01  task 1 = 高山 moved since:2031-03-01
on 2032-02-01  task 1 = 杜若 confirmed since:2032-02-01
