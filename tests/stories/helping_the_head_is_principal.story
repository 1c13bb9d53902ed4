# `协助县长分管` is boilerplate, unless the thing stands in the head's own list.
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府; 负责 审计; 分管 县审计局
  杜若 副县长: 负责 财税 via 县长; 分管 县财政局; 分管 县审计局 via 县长
  高山 副县长: 负责 水利 via 县长; 分管 县水利局

on 2031-03-01  charge 财税 = 杜若 principal
on 2031-03-01  charge 县审计局 = 丁一 principal, 杜若 assisting
on 2031-03-01  finding unit-two-leaders = 0
