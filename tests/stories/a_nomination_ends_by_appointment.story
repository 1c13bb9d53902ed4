paper  甲政办发〔2031〕4号  2031-08-29  appointments
  提名 王远 副县长
paper  甲人发〔2031〕6号  2031-09-06  appointments
  任命 王远 副县长

on 2031-09-05  holds 副县长 = 王远 nominated certain
on 2031-09-06  holds 副县长 ≠ 王远 nominated
on 2031-09-06  holds 副县长 = 王远 stated certain
on 2031-09-06  finding ground-not-seen = 0
