paper  甲政发〔2031〕1号  2031-01-05  tasks, valid 有效期2年
  1 管好预算 | leader 杜若 | lead 县财政局
paper  甲政发〔2031〕2号  2031-01-05  tasks, valid 有效期原则上为两年
  7 管好国库 | leader 杜若 | lead 县财政局

on 2033-01-04  task 1 = 杜若 as_printed
on 2033-01-05  task 1 = 无
on 2033-01-05  task 7 = 杜若 as_printed
on 2033-01-05  finding past-validity = 2
on 2033-01-04  finding past-validity = 0
