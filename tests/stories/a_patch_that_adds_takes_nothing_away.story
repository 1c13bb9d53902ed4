# 杜若 gets 县水利局 on top of what he has and keeps 县财政局; 高山 is named anew and keeps only what is printed.
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局、县林业局
paper  甲政办发〔2031〕8号  2031-06-01  division
  杜若 副县长: 增加分管 县水利局
  高山 副县长: 分管 县林业局

on 2031-05-31  charge 县水利局 = 高山 principal
on 2031-06-01  charge 县财政局 = 杜若 principal
on 2031-06-01  charge 县水利局 = 杜若 principal
on 2031-06-01  charge 县林业局 = 高山 principal
