paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 负责 口岸 via 县长
  高山 副县长: 负责 口岸 via 杜若; 分管 县水利局
  石磊 副县长: 分管 县教育局

on 2031-03-01  charge 口岸 = 杜若 principal, 高山 assisting
