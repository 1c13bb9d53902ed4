paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组
  成员   周正 县财政局局长
paper  甲政办发〔2031〕9号  2031-06-10  roster, whole
  group 防汛指挥部
  成员   周正 县财政局局长

on 2031-04-15  holds 县财政局局长 = 周正 certain
on 2031-06-11  holds 县财政局局长 = 周正 presumed
