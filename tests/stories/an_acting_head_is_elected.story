paper  甲人发〔2031〕1号  2031-01-10  appointments
  代理 丁一 县长
paper  甲人发〔2031〕4号  2031-03-15  appointments
  当选 丁一 县长

on 2031-03-14  holds 县长 = 丁一 acting certain
on 2031-03-15  holds 县长 ≠ 丁一 acting
on 2031-03-15  holds 县长 = 丁一 stated certain
