paper  甲人发〔2031〕1号  2031-01-10  appointments
  任命 周正 县财政局局长
paper  甲人发〔2031〕3号  2031-05-10  appointments
  任命 沈渡 县财政局局长
paper  甲人发〔2031〕6号  2031-10-10  appointments
  任命 周正 县财政局局长

on 2031-05-09  holds 县财政局局长 = 周正 certain
on 2031-05-10  holds 县财政局局长 = 沈渡 certain
on 2031-10-10  holds 县财政局局长 = 周正 certain
on 2031-10-10  finding holders-clash = 0
