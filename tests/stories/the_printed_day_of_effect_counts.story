paper  甲政办发〔2031〕4号  2031-03-01  division, whole, effective 2031-04-01
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局

on 2031-03-31  charge 县财政局 = 无
on 2031-04-01  charge 县财政局 = 杜若 principal certain
