paper  甲政发〔2031〕5号  2031-07-17  tasks
  1 办好科技市场 | leader 史深 | lead 县科技局 | with 县财政局
paper  甲政办发〔2031〕43号  2031-08-29  division, whole
  丁一 县长: 主持 县人民政府
  王远 提名副县长: 分管 县科技局
  史深 副县长: 分管 县民政局

on 2031-07-16  task 1 = 无
on 2031-08-28  task 1 = 史深 as_printed named
on 2031-08-29  task 1 = 王远 moved in_charge since:2031-08-29   because 甲政办发〔2031〕43号
on 2031-08-29  finding task-leader-moved = 1
on 2031-08-28  charge 县科技局 = 无
