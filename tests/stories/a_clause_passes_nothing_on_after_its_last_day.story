# The clause counts until the end of September: who came in by it stays listed, and his leaving makes the seat stale.
paper  甲政办发〔2031〕4号  2031-03-01  roster, whole
  group 医改领导小组  clause: automatic, until 2031-09
  成员   周正 县财政局局长
  成员   钱进 县教育局局长
paper  甲人发〔2031〕2号  2031-06-08  appointments
  任命 沈渡 县财政局局长
paper  甲人发〔2031〕5号  2031-10-20  appointments
  任命 郑明 县财政局局长
  任命 何平 县教育局局长

on 2031-06-07  成员 = 周正 listed, 钱进 listed
on 2031-10-19  成员 = 沈渡 succession, 钱进 listed
on 2031-10-20  成员 = 沈渡 stale, 钱进 stale
