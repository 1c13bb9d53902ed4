paper  甲政发〔2031〕5号  2031-07-17  tasks
  1 引进人才 | leader 刘明远 | lead 县委组织部
paper  甲政办发〔2031〕43号  2031-08-29  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  史深 副县长: 分管 县民政局; 联系 县委组织部

on 2031-08-28  task 1 = 刘明远 as_printed
on 2031-08-29  task 1 = 刘明远 outside named
