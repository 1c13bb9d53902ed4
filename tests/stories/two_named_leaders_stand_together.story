# A paper that names two leaders names both, until a division puts one of them in charge of the lead unit.
paper  甲政发〔2031〕5号  2031-01-17  tasks
  1 改造管网 | leader 杜若、高山 | lead 县财政局
  2 引进人才 | leader 杜若、高山 | lead 县委组织部
paper  甲政办发〔2031〕43号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局

on 2031-02-01  task 1 = 杜若 as_printed named, 高山 as_printed named
on 2031-03-01  task 1 = 杜若 confirmed
on 2031-03-01  task 2 = 杜若 outside named, 高山 outside named
