# No clause stood when the post was lost: the clause of a later list passes nothing on, and who is listed again is listed.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组
  组长   丁一 县长
  成员   周正 县财政局局长
paper  甲人发〔2031〕5号  2031-06-10  appointments
  免去 周正 县财政局局长
  任命 沈渡 县财政局局长
paper  甲人发〔2032〕1号  2032-01-10  appointments
  免去 沈渡 县财政局局长
  任命 周正 县财政局局长
paper  甲政办发〔2032〕2号  2032-03-01  roster, whole
  group 医改领导小组  clause: automatic
  组长   丁一 县长
  成员   周正 县财政局局长
paper  甲人发〔2032〕7号  2032-09-01  appointments
  免去 周正 县财政局局长
  任命 林涛 县财政局局长

on 2031-06-09  成员 = 周正 listed
on 2031-06-10  成员 = 周正 stale
on 2032-02-29  成员 = 周正 stale
on 2032-03-01  成员 = 周正 listed
on 2032-08-31  成员 = 周正 listed
on 2032-09-01  成员 = 林涛 succession
on 2032-09-01  组长 = 丁一 listed
