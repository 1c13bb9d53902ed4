# The issue came out on 15 May: the appointment is certain from then, possible before.
paper  甲人发〔2031〕1号  undated  appointments, issued-in 2031-05-15
  任命 周正 县财政局局长

on 2031-05-14  holds 县财政局局长 = 周正 possible
on 2031-05-15  holds 县财政局局长 = 周正 certain
