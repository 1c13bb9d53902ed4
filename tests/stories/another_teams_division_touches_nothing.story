# A bureau divides its own work; the county's leaders keep their desks.
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局
paper  甲财发〔2031〕3号  2031-05-01  division, whole
  周正 县财政局局长: 主持 县财政局
  沈渡 县财政局副局长: 负责 预算
  林涛 县财政局副局长: 负责 国库

on 2031-05-01  charge 县财政局 = 杜若 principal, 周正 heads
on 2031-05-01  charge 县水利局 = 高山 principal
on 2031-05-01  finding unit-two-leaders = 0
