paper  甲人发〔2031〕1号  2031-01-10  appointments
  任命 周正 县科技局局长
paper  甲人发〔2031〕4号  2031-03-15  appointments
  挂职 沈渡 县科技局局长

on 2031-03-15  holds 县科技局局长 = 周正 certain, 沈渡 seconded certain
