paper  甲政发〔2031〕5号  2031-03-05  periods
  review 3 year
  drill 6 个月

on 2031-09-04  finding drill-due = 0
on 2031-09-05  finding drill-due = 1
on 2034-03-04  finding review-due = 0
on 2034-03-05  finding review-due = 1
