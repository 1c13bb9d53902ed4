paper  甲人发〔2031〕1号  2031-01-10  appointments
  任命 周正 县财政局局长
paper  甲党办发〔2031〕4号  2031-03-15  appointments
  推荐 沈渡 县财政局局长
  酝酿 林涛 县财政局局长

on 2031-03-15  holds 县财政局局长 = 周正 certain, 沈渡 nominated, 林涛 designate
on 2031-03-15  holds 县财政局局长 = 周正 stated, 沈渡, 林涛
