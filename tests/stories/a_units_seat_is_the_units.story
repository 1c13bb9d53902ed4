paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组
  组长   丁一 县长
  成员   unit 县财政局

on 2031-03-01  成员 = 县财政局 unit
