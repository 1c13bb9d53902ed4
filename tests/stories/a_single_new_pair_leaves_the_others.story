paper  甲政办发〔2031〕5号  2031-03-02  pairs
  杜若 与 高山
  石磊 与 林涛
paper  甲政办发〔2031〕9号  2031-07-01  pairs
  杜若 与 方正平

on 2031-07-01  stand-in 杜若 = 方正平
on 2031-07-01  stand-in 高山 = 无
on 2031-07-01  stand-in 石磊 = 林涛
