paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局
paper  甲政办发〔2031〕9号  2031-06-01  roster, whole
  group 医改领导小组
  成员   周正 县民政局局长
  成员   林涛 县委组织部副部长
  成员   沈渡 县人民法院副院长

on 2031-03-01  finding unit-uncovered = 1
