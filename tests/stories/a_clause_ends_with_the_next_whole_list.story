paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组  clause: automatic
  成员   周正 县财政局局长
paper  甲政办发〔2031〕8号  2031-05-01  roster, whole
  group 医改领导小组
  成员   周正 县财政局局长
paper  甲人发〔2031〕5号  2031-09-20  appointments
  任命 沈渡 县财政局局长

on 2031-09-20  成员 = 周正 stale
