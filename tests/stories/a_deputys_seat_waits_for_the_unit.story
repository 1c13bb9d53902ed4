# Several hold the post: the clause names nobody, the unit must.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组  clause: automatic, except leaders
  成员   刘宇辰 县委组织部副部长
paper  甲党办发〔2031〕5号  2031-09-20  appointments
  免去 刘宇辰 县委组织部副部长
  任命 沈渡 县委组织部副部长

on 2031-09-19  成员 = 刘宇辰 listed
on 2031-09-20  成员 = 刘宇辰 pending_unit
