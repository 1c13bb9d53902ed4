paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局、县农业农村局
  石磊 副县长: 分管 县教育局
paper  甲政办发〔2032〕2号  2032-02-01  division
  高山 副县长: 分管 县水利局
  石磊 副县长: 分管 县教育局、县农业农村局

on 2032-02-01  charge 县农业农村局 = 石磊 principal
on 2032-02-01  charge 县水利局 = 高山 principal
on 2032-02-01  charge 县财政局 = 杜若 principal
on 2032-02-01  finding unit-two-leaders = 0
