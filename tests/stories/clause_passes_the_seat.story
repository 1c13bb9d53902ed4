# The finance bureau gets a new head; the clause passes the seat on.
paper  甲政办发〔2031〕4号  2031-08-30  roster, whole
  group 医改领导小组  clause: automatic, except leaders
  副组长 丁一 副县长
  成员   周正 县财政局局长
paper  甲人发〔2031〕2号  2031-10-08  appointments
  免去 周正 县财政局局长
  任命 沈渡 县财政局局长

on 2031-10-07  成员 = 周正  listed
on 2031-10-08  成员 = 沈渡  succession   because 甲政办发〔2031〕4号 clause, 甲人发〔2031〕2号
on 2031-10-08  副组长 = 丁一  listed
