paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组 action 调整
  组长   丁一 县长
paper  甲政办发〔2031〕5号  2031-03-01  roster, whole
  group 医改领导小组 action 调整
  组长   丁一 县长
  成员   周正 县财政局局长

on 2031-03-01  finding rosters-same-day = 1
on 2031-03-01  成员 = 周正 listed
