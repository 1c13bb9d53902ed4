paper  甲政发〔2031〕5号  2031-07-17  tasks
  1 办好专利质押 | leader 杜若 | lead 县市场监督管理局
paper  甲政办发〔2031〕43号  2031-08-29  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县市场监督管理局
  史深 副县长: 分管 县市场监督管理局(医药)

on 2031-08-28  task 1 = 杜若 as_printed
on 2031-08-29  task 1 = 杜若 confirmed
on 2031-08-29  finding unit-two-leaders = 0
