paper  甲政办发〔2031〕4号  2031-03-01  numbers
paper  甲政办发〔2031〕7号  2031-05-01  numbers
paper  甲政发〔2031〕5号  2031-03-05  numbers
paper  甲政办发〔2032〕9号  2032-03-05  numbers

on 2031-06-01  finding number-unseen = 2
on 2031-06-01  finding number-against-date = 0
