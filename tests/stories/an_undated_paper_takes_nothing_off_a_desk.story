# An undated paper closes nothing; nor does one that takes away what nobody has, or has in another way.
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县林业局; 联系 县残联
paper  甲政办发〔2031〕7号  undated  division
  杜若 副县长: 不再分管 县财政局
paper  甲政办发〔2031〕8号  2031-06-01  division
  高山 副县长: 不再分管 县教育局; 不再联系 县林业局; 不再协管 县林业局
  杜若 副县长: 不再分管 县林业局

on 2031-07-01  charge 县财政局 = 杜若 principal
on 2031-07-01  charge 县林业局 = 高山 principal
on 2031-07-01  liaises 县残联 = 高山
