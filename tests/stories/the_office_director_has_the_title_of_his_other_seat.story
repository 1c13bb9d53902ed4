# Listed once with a title and once without: both seats hang on the same post.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组  clause: automatic
  成员   周正 县卫生健康局局长
  办公室主任 周正
paper  甲人发〔2031〕5号  2031-09-20  appointments
  任命 沈渡 县卫生健康局局长

on 2031-09-19  办公室主任 = 周正 listed
on 2031-09-20  办公室主任 = 沈渡 succession
on 2031-09-20  成员 = 沈渡 succession
