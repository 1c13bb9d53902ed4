paper  甲人发〔2031〕1号  2031-01-10  appointments
  任命 周正 县财政局副局长
  任命 沈渡 县财政局副局长
paper  甲人发〔2031〕5号  2031-07-20  appointments
  免去 周正 县财政局副局长

on 2031-07-19  holds 县财政局副局长 = 周正 certain, 沈渡 certain
on 2031-07-20  holds 县财政局副局长 = 沈渡 certain
