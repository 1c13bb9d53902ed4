paper  甲人发〔2031〕5号  2031-09-20  appointments
  任命 周正 县财政局局长
paper  甲人发〔2031〕6号  2031-09-20  appointments
  任命 沈渡 县财政局局长

on 2031-09-20  holds 县财政局局长 = 沈渡 certain
on 2031-09-20  finding holders-clash = 1
