# While 高山 is away 杜若 looks after his units; the next whole division ends it.
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局
paper  甲政发〔2031〕5号  2031-03-05  tasks
  1 修好水渠 | leader 高山 | lead 县水利局
paper  甲政办发〔2031〕8号  2031-06-01  division
  杜若 副县长: 代管 高山
paper  甲政办发〔2032〕2号  2032-02-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局

on 2031-05-31  charge 县水利局 = 高山 principal
on 2031-06-01  charge 县水利局 = 高山 principal, 杜若 acting
on 2031-06-01  charge 县财政局 = 杜若 principal
on 2031-06-01  task 1 = 杜若 moved
on 2031-06-01  finding unit-two-leaders = 0
on 2032-02-01  charge 县水利局 = 高山 principal
on 2032-02-01  task 1 = 高山 confirmed
