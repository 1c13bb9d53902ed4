paper  甲政发〔2031〕1号  2031-01-05  tasks
  1 管好预算 | leader 杜若 | lead 县财政局
paper  甲政发〔2032〕1号  2032-03-01  cites
  repeals 甲政发〔2031〕1号

on 2032-02-29  task 1 = 杜若 as_printed
on 2032-03-01  task 1 = 无
