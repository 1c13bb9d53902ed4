paper  甲政发〔2031〕26号  2031-01-17  roster, whole
  group 县科技创新工作领导小组 action 成立
  副组长 by 分管领导
paper  甲政办发〔2031〕3号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  史深 副县长: 负责 科技创新 via 县长
  王远 副县长: 负责 民政 via 县长
paper  甲政办发〔2031〕43号  2031-08-29  division, whole
  丁一 县长: 主持 县人民政府
  王远 副县长: 负责 科技创新 via 县长
  史深 副县长: 负责 民政 via 县长

on 2031-08-28  副组长 = 史深 function
on 2031-08-29  副组长 = 王远 function
