paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局
paper  甲政办发〔2031〕5号  2031-03-02  pairs
  杜若 与 高山
paper  甲政办发〔2032〕2号  2032-02-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县水利局
  高山 副县长: 分管 县财政局

on 2031-03-01  stand-in 杜若 = 无
on 2031-03-02  stand-in 杜若 = 高山 certain
on 2032-02-01  stand-in 杜若 = 高山 certain
on 2032-02-01  stand-in 高山 = 杜若 certain
