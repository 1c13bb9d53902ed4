# 主要领导 is the head by post; 分管领导 is whoever is in charge of the group's matter, and not stated before.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 县防汛指挥部
  组长   丁一 县长
paper  甲政发〔2031〕26号  2031-07-17  roster, whole
  group 县科技创新工作领导小组 action 成立
  组长   by 县人民政府主要领导
  副组长 by 分管领导
paper  甲政办发〔2031〕43号  2031-08-29  division, whole
  丁一 县长: 主持 县人民政府
  王远 提名副县长: 负责 科技创新 via 县长; 分管 县科技局
  史深 副县长: 负责 民政 via 县长

on 2031-07-18  组长 of 县科技创新工作领导小组 = 丁一 function
on 2031-08-28  副组长 of 县科技创新工作领导小组 = 无
on 2031-08-29  副组长 of 县科技创新工作领导小组 = 王远 function   because 甲政办发〔2031〕43号
