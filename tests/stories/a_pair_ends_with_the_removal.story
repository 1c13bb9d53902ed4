paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局
paper  甲政办发〔2031〕5号  2031-03-02  pairs
  杜若 与 高山
paper  甲人发〔2031〕6号  2031-08-10  appointments
  免去 高山 副县长

on 2031-08-09  stand-in 杜若 = 高山
on 2031-08-10  stand-in 杜若 = 无
