# Seen with the title in a roster: used, but no appointment is on paper.
paper  甲政办发〔2031〕4号  2031-08-29  division, patch
  王远 提名副县长: 分管 县科技局
paper  甲政办发〔2031〕6号  2031-09-06  roster, whole
  group 防汛指挥部
  副组长 王远 副县长

on 2031-09-05  holds 副县长 = 王远 nominated
on 2031-09-06  holds 副县长 = 王远 sighted certain
on 2031-09-06  holds 副县长 = 王远 nominated presumed
on 2031-09-06  finding ground-not-seen = 1
