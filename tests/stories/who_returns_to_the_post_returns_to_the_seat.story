# The clause passes the seat on with the post, also back to the one who was listed.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组  clause: automatic
  组长   丁一 县长
  成员   周正 县财政局局长
paper  甲人发〔2031〕5号  2031-06-10  appointments
  免去 周正 县财政局局长
  任命 沈渡 县财政局局长
paper  甲人发〔2032〕1号  2032-01-10  appointments
  免去 沈渡 县财政局局长
  任命 周正 县财政局局长

on 2031-06-10  成员 = 沈渡 succession
on 2032-01-09  成员 = 沈渡 succession
on 2032-01-10  成员 = 周正 succession
