# The division of the same day gives the removed deputy a desk: it knows of the removal, the desk stands.
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局
paper  甲人发〔2031〕6号  2031-08-10  appointments
  免去 高山 副县长
paper  甲政办发〔2031〕9号  2031-08-10  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局、县水利局
  高山 县政府二级调研员: 分管 县信访局
  石磊 副县长: 分管 县教育局

on 2031-08-10  charge 县水利局 = 杜若 principal
on 2031-08-10  charge 县信访局 = 高山 principal
