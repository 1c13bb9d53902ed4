# 杜若 loses 县水利局 and 水利, and keeps what else he has; a unit he liaises with is no charge of his, so 不再分管 leaves that.
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局、县水利局; 负责 水利; 联系 县残联
  高山 副县长: 分管 县林业局; 协管 县水利局
paper  甲政办发〔2031〕8号  2031-06-01  division
  杜若 副县长: 不再分管 县水利局、县残联; 不再负责 水利

on 2031-05-31  charge 县水利局 = 杜若 principal certain, 高山 assisting because 甲政办发〔2031〕4号
on 2031-06-01  charge 县水利局 = 高山 assisting
on 2031-05-31  charge 水利 = 杜若 responsible certain because 甲政办发〔2031〕8号
on 2031-06-01  charge 水利 = 无
on 2031-06-01  charge 县财政局 = 杜若 principal
on 2031-06-01  liaises 县残联 = 杜若
on 2031-06-01  charge 县林业局 = 高山 principal
