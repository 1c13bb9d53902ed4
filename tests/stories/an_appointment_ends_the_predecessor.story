# The act ends the predecessor in a sole post, who was appointed by an act of his own.
paper  甲人发〔2031〕1号  2031-01-10  appointments
  任命 周正 县财政局局长
paper  甲人发〔2031〕5号  2031-09-20  appointments
  任命 沈渡 县财政局局长

on 2031-01-09  holds 县财政局局长 = 无
on 2031-01-10  holds 县财政局局长 = 周正 certain stated
on 2031-09-19  holds 县财政局局长 = 周正 certain stated
on 2031-09-20  holds 县财政局局长 = 沈渡 certain stated
on 2031-09-20  holds 县财政局局长 ≠ 周正
