# Removed as deputy, but still of the government's party group: the desk stays until a division says otherwise.
paper  甲政办发〔2031〕2号  2031-02-01  roster, whole
  group 防汛指挥部
  副组长 高山 县人民政府党组成员、副县长
paper  甲政办发〔2031〕4号  2031-03-01  division, whole
  丁一 县长: 主持 县人民政府
  杜若 副县长: 分管 县财政局
  高山 副县长: 分管 县水利局
paper  甲人发〔2031〕6号  2031-08-10  appointments
  免去 高山 副县长

on 2031-08-10  charge 县水利局 = 高山 principal
