# 县委常委 beside 副县长: the seat hangs on the office, and the removal from the office makes it stale.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 食品安全委员会
  主任   宋砚 县委常委、副县长
  委员   周正 县财政局局长
paper  甲人发〔2031〕7号  2031-08-25  appointments
  免去 宋砚 副县长

on 2031-08-24  主任 = 宋砚 listed
on 2031-08-25  主任 = 宋砚 stale   because 甲人发〔2031〕7号
on 2031-08-25  委员 = 周正 listed
