# 县水利局 passes from 杜若 to 高山: both keep the rest of their desks. 石磊, whose desk is printed anew, keeps only that.
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局、县水利局
  高山 副县长: 分管 县林业局
  石磊 副县长: 分管 县教育局、县民政局
paper  甲政办发〔2031〕8号  2031-06-01  division
  杜若 副县长: 不再分管 县水利局; 分管 县审计局
  高山 副县长: 分管 县水利局
  石磊 副县长: 分管 县教育局

on 2031-06-01  charge 县水利局 = 高山 principal
on 2031-06-01  charge 县财政局 = 杜若 principal
on 2031-06-01  charge 县审计局 = 杜若 principal
on 2031-06-01  charge 县林业局 = 高山 principal
on 2031-06-01  charge 县民政局 = 无
