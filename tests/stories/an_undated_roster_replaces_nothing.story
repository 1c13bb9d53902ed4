paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组
  组长   丁一 县长
  成员   周正 县财政局局长
paper  甲政办发〔2031〕9号  undated  roster, whole
  group 医改领导小组
  组长   丁一 县长
  成员   沈渡 县民政局局长

on 2031-05-01  成员 = 周正 listed certain, 沈渡 listed possible
