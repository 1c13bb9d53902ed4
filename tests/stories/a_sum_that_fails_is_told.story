paper  甲政发〔2031〕5号  2031-03-05  indicators
  一、组织 10 1 6
  一、组织 10 2 3
  二、保障 10 1 4
  二、保障 10 2 ?

on 2031-03-05  finding sum-wrong = 1
on 2031-03-05  finding sum-open = 1
