# It lists the head but not the team: the others keep their desks.
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府; 分管 县审计局
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局
  石磊 副县长: 分管 县教育局
paper  甲政办发〔2031〕8号  2031-06-01  division
  丁一 县长: 主持 县人民政府; 分管 县审计局、县财政局
  杜若 副县长: 分管 县民政局

on 2031-06-01  charge 县水利局 = 高山 principal
on 2031-06-01  charge 县教育局 = 石磊 principal
on 2031-06-01  charge 县财政局 = 丁一 principal
on 2031-06-01  charge 县民政局 = 杜若 principal
