paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组  clause: by approval, except leaders
  成员   周正 县财政局局长
paper  甲人发〔2031〕5号  2031-09-20  appointments
  免去 周正 县财政局局长
  任命 沈渡 县财政局局长

on 2031-09-19  成员 = 周正 listed
on 2031-09-20  成员 = 周正 pending_approval   because 甲政办发〔2031〕4号 clause
