# Removed as deputy and elected head on one day: he stays in the team, the desk stays his.
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局
paper  甲人发〔2031〕6号  2031-08-10  appointments
  免去 高山 副县长
  当选 高山 县长

on 2031-08-10  charge 县水利局 = 高山 principal
on 2031-08-10  holds 县长 = 高山 certain
