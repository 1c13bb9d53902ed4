paper  甲政发〔2031〕5号  2031-03-05  rules
  物业管理委员会 单数
paper  甲政办发〔2031〕6号  2031-04-05  roster, whole
  group 兴盛物业管理委员会
  主任   丁一 县住房和城乡建设局局长
  委员   周正 县财政局副局长

on 2031-04-05  finding composition-rule = 1
