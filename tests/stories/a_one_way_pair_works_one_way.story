paper  甲政办发〔2031〕5号  2031-03-02  pairs
  高山 代 杜若
  石磊 代 杜若 rank C

on 2031-03-02  stand-in 杜若 = 高山 B, 石磊 C
on 2031-03-02  stand-in 高山 = 无
