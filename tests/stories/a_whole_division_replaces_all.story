paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府; 分管 县审计局
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局、县农业农村局
paper  甲政办发〔2032〕2号  2032-02-01  division, whole
  丁一 县长: 主持 县人民政府; 分管 县审计局
  杜若 副县长: 分管 县财政局、县农业农村局
  高山 副县长: 分管 县水利局

on 2032-01-31  charge 县农业农村局 = 高山 principal certain
on 2032-02-01  charge 县农业农村局 = 杜若 principal certain   because 甲政办发〔2032〕2号
on 2032-02-01  charge 县财政局 = 杜若 certain
on 2032-02-01  charge 县水利局 = 高山 certain
