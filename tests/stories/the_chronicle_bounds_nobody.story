# A chronicle's title is a sighting; it ends no earlier holding.
paper  甲人发〔2031〕1号  2031-01-10  appointments
  任命 周正 县财政局局长
paper  大事记  undated  chronicle
  2031-05-01 沈渡 县财政局局长

on 2031-05-01  holds 县财政局局长 = 周正 certain, 沈渡 possible
on 2031-12-01  holds 县财政局局长 ≠ 沈渡 certain
