paper  大事记  undated  chronicle
  2031-05-01 沈渡 县财政局局长
  2031-06-20 沈渡 县财政局局长

on 2031-05-20  holds 县财政局局长 = 沈渡 certain sighted
on 2031-06-21  holds 县财政局局长 = 沈渡 presumed
