paper  甲政办发〔2031〕4号  2031-05-01  numbers
paper  甲政办发〔2031〕5号  2031-03-01  numbers

on 2031-06-01  finding number-against-date = 1
