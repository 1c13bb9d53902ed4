"""Tasks in the layouts that offices print: label lines, brackets, tables. All papers here are invented."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graph.statements import Task
from loaders.gazette.issue import split
from loaders.gazette.read import read_paper
from loaders.gazette.tasks import read
from loaders.readers.text import paper_of, read_text


def tasks(text: str) -> list[Task]:
    """The tasks of an invented paper."""
    paper = paper_of(text, name="paper.txt", sha256="0")
    return [task for notice in split(paper) for task in read(notice)]


def short(task: Task) -> str:
    """A task in one line: number title | leader | lead | responsible | cooperating | deadline."""
    lists = (task.leader, task.lead_orgs, task.responsible_orgs, task.cooperating_orgs)
    return " | ".join(
        [f"{task.number} {task.title}".strip(), *("、".join(one) or "-" for one in lists), task.deadline or "-"]
    )


LAYOUTS: dict[str, tuple[str, list[str]]] = {
    "labels below the item, spaces inside the labels": (
        "甲县实事方案\n\n1、新建幼儿园。年内投用。\n牵头领导：王 强\n责 任 单 位：县教育局\n配 合 单 位：县财政局，县住建局\n完 成 时 限：2031年8月底\n"
        "2、改造食堂。\n责任单位：县教育局\n完成时限：长期坚持\n",
        [
            "1 新建幼儿园 | 王强 | - | 县教育局 | 县财政局、县住建局 | 2031年8月底",
            "2 改造食堂 | - | - | 县教育局 | - | 长期坚持",
        ],
    ),
    "all labels on one line": (
        "甲县方案\n\n（一）扩大投资。建设项目。\n责任领导：张建国　牵头单位：县发改委　责任单位：县财政局、县住建局　完成时限：6月底前\n",
        ["（一） 扩大投资 | 张建国 | 县发改委 | 县财政局、县住建局 | - | 6月底前"],
    ),
    "labels at the end of the item": (
        "甲县方案\n\n1.促进消费。发放消费券。牵头单位：县商务局；配合单位：无。\n",
        ["1 促进消费 | - | 县商务局 | - | - | -"],
    ),
    "values on the line under their label": (
        "甲县方案\n\n1.修路。年内完成。\n牵头单位：\n县交通局\n责任单位：\n县财政局、县自然资源局\n完成时限：\n2031年底\n",
        ["1 修路 | - | 县交通局 | 县财政局、县自然资源局 | - | 2031年底"],
    ),
    "labels under a list of sub-items belong to the item over it": (
        "甲市要点\n\n1.扩大投资\n（1）实施项目。\n（2）加强保障。\n责任单位：市发改委牵头，市财政局配合\n"
        "2.促进消费\n（1）办消费节。\n（2）发展夜市。\n责任单位：市商务局牵头\n",
        ["1 扩大投资 | - | 市发改委 | - | 市财政局 | -", "2 促进消费 | - | 市商务局 | - | - | -"],
    ),
    "items behind a dash, each with its own units": (
        "甲市方案\n\n（一）扩大供给\n\n——建设托育机构。每个街道建一所。（牵头单位：市卫健委；责任单位：市发改委、市财政局；完成时限：2031年底）\n\n"
        "——发展社区托育。利用社区用房。（市民政局牵头，市住建局配合）\n",
        [
            "建设托育机构 | - | 市卫健委 | 市发改委、市财政局 | - | 2031年底",
            "发展社区托育 | - | 市民政局 | - | 市住建局 | -",
        ],
    ),
    "dashed lines without units belong to the item that prints them": (
        "甲市方案\n\n1.扩大供给\n——建设托育机构。\n——发展社区托育。（牵头单位：市卫健委）\n2.改造食堂。\n责任单位：县教育局\n"
        "打印本页   关闭窗口\n主办：甲市人民政府办公室   网站标识码：6200000000\n",
        ["1 扩大供给 | - | 市卫健委 | - | - | -", "2 改造食堂 | - | - | 县教育局 | - | -"],
    ),
    "headings without numbers": (
        "甲市要点\n\n扩大投资\n滚动实施重大项目，完善要素保障，年内完成投资五百亿元。\n责任单位：市发改委\n",
        ["扩大投资 | - | - | 市发改委 | - | -"],
    ),
    "items indented with narrow spaces under an indented heading": (
        "甲区推动服务业高质量发展三年行动\n计划（2031—2033年）\n    二、重点任务\n    （一）商贸流通提质行动\n    1.改造步行街。完善设施，引进\n老字号。\n"
        "责任领导：王强\n牵头单位：区商务局\n责任单位：区财政局\n    （二）现代物流壮大行动\n        2.建设物流园。\n责任领导：李红\n牵头单位：区交通局\n",
        ["1 改造步行街 | 王强 | 区商务局 | 区财政局 | - | -", "2 建设物流园 | 李红 | 区交通局 | - | - | -"],
    ),
    "circled numbers open items, not the parts of a sentence": (
        "甲镇禁烧任务清单\n现将任务明确如下：\n①宣传发动。入户讲解。（责任单位：镇文化站；责任人：王强）\n②网格巡查。每日两次。（责任单位：镇执法\n队；责任人：李红）\n"
        "③物资准备。发放①扫帚二百把、\n②水桶一百只。（责任单位：镇水利站）\n",
        [
            "① 宣传发动 | 王强 | - | 镇文化站 | - | -",
            "② 网格巡查 | 李红 | - | 镇执法队 | - | -",
            "③ 物资准备 | - | - | 镇水利站 | - | -",
        ],
    ),
    "a label says what the heading over it is about": (
        "甲镇整治方案\n二、任务\n（一）清理行动\n主要任务：清理垃圾、清理沟渠。\n牵头领导：王强\n责任单位：镇环卫所\n（二）拆违行动\n主要任务：拆除违建。\n责任单位：镇综合执法队\n",
        ["（一） 清理行动 | 王强 | - | 镇环卫所 | - | -", "（二） 拆违行动 | - | - | 镇综合执法队 | - | -"],
    ),
    "several labels under one heading name a task each": (
        "甲镇整治方案\n（一）清理行动\n工作任务：清理垃圾\n责任单位：镇环卫所\n工作任务：清理沟渠\n责任单位：镇水利站\n",
        ["清理垃圾 | - | - | 镇环卫所 | - | -", "清理沟渠 | - | - | 镇水利站 | - | -"],
    ),
    "an attachment alone, and a gap before the bracket": (
        "附件2\n甲县医改任务分工\n1. 开展集采。 （县医疗保障局牵头，县卫生健康局配合）\n2. 改革支付方式。 （县医疗保障局）\n",
        ["1 开展集采 | - | 县医疗保障局 | - | 县卫生健康局 | -", "2 改革支付方式 | - | - | 县医疗保障局 | - | -"],
    ),
    "a heading with a time in brackets over its text, a list of units over two lines": (
        "甲县方案\n1.建立台账（3月20日前）\n各校要逐村逐户摸排学生情况。\n牵头股室：基础教育股\n2.数据比对\n配合股室：基础教育股、\n信息技术中心\n责任人：李红\n",
        [
            "1 建立台账（3月20日前） | - | 基础教育股 | - | - | -",
            "2 数据比对 | 李红 | - | - | 基础教育股、信息技术中心 | -",
        ],
    ),
    "who answers in the unit is not the leader, wherever the labels stand": (
        "甲县项目包联清单\n1.产业园项目\n建设内容：新建厂房\n包联领导：县长  王强\n责任单位：县经开区管委会\n责任人：李红\n2.河道治理项目\n责任单位：县水务局\n",
        ["1 产业园项目 | 王强 | - | 县经开区管委会 | - | -", "2 河道治理项目 | - | - | 县水务局 | - | -"],
    ),
    "a time limit behind the units, brackets of other shapes": (
        "甲市要点\n1.建设平台。责任单位：市大数据中心、市工信局。2031年12月底前完成。\n2.深化改革。〔市国资委牵头，市属企业落实〕\n",
        [
            "1 建设平台 | - | - | 市大数据中心、市工信局 | - | 2031年12月底前",
            "2 深化改革 | - | 市国资委 | 市属企业 | - | -",
        ],
    ),
    "a label names the task": (
        "甲县督查事项\n\n任务一：清理欠薪\n责任单位：县人社局\n完成时限：1月20日前\n",
        ["一 清理欠薪 | - | - | 县人社局 | - | 1月20日前"],
    ),
    "a department and its head": (
        "甲中学安全分工\n\n1.校舍排查。每月一次。\n责任部门：总务处\n责任人：王强\n",
        ["1 校舍排查 | 王强 | - | 总务处 | - | -"],
    ),
    "square brackets": (
        "甲市清单\n\n（三）推进改革。按病种付费。【牵头单位：市医保局；责任单位：市卫健委、市财政局；完成时限：2032年底】\n",
        ["（三） 推进改革 | - | 市医保局 | 市卫健委、市财政局 | - | 2032年底"],
    ),
    "brackets without labels, a time limit at their end": (
        "甲省方案\n\n5.建设平台。支持企业。（省科技厅牵头，省财政厅配合，2033年底前完成）\n6.培育人才。（省人社厅、省教育厅按职责分工负责）\n",
        ["5 建设平台 | - | 省科技厅 | - | 省财政厅 | 2033年底前", "6 培育人才 | - | - | 省人社厅、省教育厅 | - | -"],
    ),
    "brackets with units only": (
        "甲市分工\n\n（一）加强监测。（市气象局、市水利局）\n",
        ["（一） 加强监测 | - | - | 市气象局、市水利局 | - | -"],
    ),
    "several brackets in one item": (
        "甲市分工方案\n\n2.健全网络。建设食堂。（责任单位：市民政局）发展家庭床位，开展适老改造。（责任单位：市残联）\n",
        ["2 健全网络 | - | - | 市民政局 | - | -", "2 发展家庭床位，开展适老改造 | - | - | 市残联 | - | -"],
    ),
    "a bracket broken over two lines": (
        "甲县方案\n\n1.建立机制。各部门加强协作配合，定期会商研判，共享信息资源，\n形成合力。（牵头单位：县委政法委；责任单位：县公安局、县民\n政局）\n",
        ["1 建立机制 | - | 县委政法委 | 县公安局、县民政局 | - | -"],
    ),
    "articles of a measure": (
        "甲市措施\n\n第一条 支持创新。给予奖励。（责任单位：市科技局；各区政府）\n",
        ["第一条 支持创新 | - | - | 市科技局、各区政府 | - | -"],
    ),
    "leaders by name and post": (
        "甲县方案\n\n1.治水。（责任领导：县委常委、副县长周明；牵头单位：县水利局）\n2.修路。（责任领导：分管交通的副县长；牵头单位：县交通局）\n"
        "3.造林。（责任领导：李明（副县长）、王强同志；牵头单位：县林草局）\n",
        [
            "1 治水 | 周明 | 县水利局 | - | - | -",
            "2 修路 | 分管交通的副县长 | 县交通局 | - | - | -",
            "3 造林 | 李明、王强 | 县林草局 | - | - | -",
        ],
    ),
    "the leader of a section": (
        "甲区分工方案\n\n一、稳增长（牵头领导：张建国）\n1.抓项目。开工。牵头单位：区发改局；责任单位：区住建局等。\n2.抓招商。（牵头单位：区商务局）\n",
        ["1 抓项目 | 张建国 | 区发改局 | 区住建局 | - | -", "2 抓招商 | 张建国 | 区商务局 | - | - | -"],
    ),
    "the part in brackets behind the unit": (
        "甲市方案\n\n1.治污。（责任单位：市生态环境局（牵头）、市公安局、市城管局（配合））\n",
        ["1 治污 | - | 市生态环境局 | 市公安局 | 市城管局 | -"],
    ),
    "traditional characters": (
        "甲區方案\n\n1.開展體檢。逐棟建檔。（責任領導：靳百川；牽頭單位：區住建局；配合單位：區財政局）\n",
        ["1 開展體檢 | 靳百川 | 區住建局 | - | 區財政局 | -"],
    ),
    "a table with bars": (
        "甲镇清单\n\n| 序号 | 重点工作 | 包联领导 | 责任部门 | 时限要求 |\n| --- | --- | --- | --- | --- |\n| 1 | 改造厕所 | 赵亮 | 农业农村办 | 9月底 |\n",
        ["1 改造厕所 | 赵亮 | - | 农业农村办 | - | 9月底"],
    ),
    "a part with one measure beside a part with several": (
        "甲县方案\n\n（一）加强宣传教育\n1.进社区。\n2.发手册。\n牵头单位：县公安局\n（二）严格责任追究\n1.建立通报制度。\n牵头单位：县纪委监委\n",
        ["（一） 加强宣传教育 | - | 县公安局 | - | - | -", "（二） 严格责任追究 | - | 县纪委监委 | - | - | -"],
    ),
    "a customs house leads": (
        "甲省若干措施\n\n三、便利通关。压缩整体通关时间。（南川海关牵头，省商务厅配合）\n",
        ["三 便利通关 | - | 南川海关 | - | 省商务厅 | -"],
    ),
    "a head of two rows": (
        "甲区任务表\n\n序号\t任务\t责任单位\t\t完成时间\n\t\t牵头单位\t配合单位\t\n1\t拆除违建\t区城管局\t区公安分局\t5月底\n",
        ["1 拆除违建 | - | 区城管局 | - | 区公安分局 | 5月底"],
    ),
    "the first unit leads where the table says so": (
        "甲区任务表\n\n序号\t工作任务\t责任单位（第一个为牵头单位）\n1\t治理扬尘\t区住建局、区城管局\n2\t治理油烟\t区环保局\n",
        ["1 治理扬尘 | - | 区住建局 | 区城管局 | - | -", "2 治理油烟 | - | 区环保局 | - | - | -"],
    ),
    "tasks merged over their measures": (
        "甲区任务表\n\n重点任务\t序号\t工作内容\t牵头单位\t完成时限\n稳就业\t1\t开发岗位\t区人社局\t12月底\n\t2\t培训技能\t\t\n强产业\t3\t引进项目\t区商务局\t11月底\n",
        [
            "1 开发岗位 | - | 区人社局 | - | - | 12月底",
            "2 培训技能 | - | 区人社局 | - | - | 12月底",
            "3 引进项目 | - | 区商务局 | - | - | 11月底",
        ],
    ),
    "ditto marks": (
        "甲县任务表\n\n序号\t事项\t牵头单位\t配合单位\n1\t修路\t县交通局\t县财政局\n2\t治水\t同上\t〃\n",
        ["1 修路 | - | 县交通局 | - | 县财政局 | -", "2 治水 | - | 县交通局 | - | 县财政局 | -"],
    ),
    "a blank cell of helpers is nobody": (
        "甲县任务表\n\n序号\t事项\t牵头单位\t配合单位\n1\t修路\t县交通局\t县财政局\n2\t治水\t县水利局\t\n",
        ["1 修路 | - | 县交通局 | - | 县财政局 | -", "2 治水 | - | 县水利局 | - | - | -"],
    ),
    "columns in another order, a title behind the leader": (
        "甲县清单\n\n完成时间\t责任部门\t负责领导\t项目名称\n6月\t县教育局\t李娜 副县长\t新建小学\n",
        ["新建小学 | 李娜 | - | 县教育局 | - | 6月"],
    ),
    "remnants of markup and a unit broken by a space": (
        "甲县清单\n\n序号\t任务\t主办单位\t协办单位\n1\t硬化道路，<br>修建桥涵\t县交通局&nbsp;\t县财政局、<br/>县人民政府金融 工作办公室\n",
        ["1 硬化道路，修建桥涵 | - | 县交通局 | - | 县财政局、县人民政府金融工作办公室 | -"],
    ),
    "a cell broken over two lines": (
        "甲县台账\n\n整改任务\t牵头单位\t责任单位\t整改时限\n1.污水直排\t县住建局\t县水利局、\n各街道\t2031年底\n",
        ["1 污水直排 | - | 县住建局 | 县水利局、各街道 | - | 2031年底"],
    ),
    "a name broken over two lines in a counted table": (
        "甲县台账\n\n序号\t任务\t牵头单位\t配合单位\t时限\n1\t闭库\t市生态环境局\n白石分局\t县财政局\t6月\n2\t检测\t县住建局\t县水利局\t7月\n",
        [
            "1 闭库 | - | 市生态环境局白石分局 | - | 县财政局 | 6月",
            "2 检测 | - | 县住建局 | - | 县水利局 | 7月",
        ],
    ),
    "a row broken in two of its cells": (
        "甲县台账\n\n序号\t任务\t内容\t领导\t牵头单位\t配合单位\t时限\n1\t建园\t建设城南、城北幼\n儿园\t李敏\t县教育局\t县财政局、县住房城\n乡建设局\t8月\n2\t修路\t硬化50公里\t王宁\t县交通局\t各乡镇\t全年\n",
        [
            "1 建园 | 李敏 | 县教育局 | - | 县财政局、县住房城乡建设局 | 8月",
            "2 修路 | 王宁 | 县交通局 | - | 各乡镇 | 全年",
        ],
    ),
    "who leads said in a bracket behind a list": (
        "甲县要点\n\n1.培育企业。\n责任单位：县农业农村局、县工信局（排名第一的为牵头单位）\n2.打造品牌。\n责任单位：县文旅局、县卫健委（县疾控局）\n",
        [
            "1 培育企业 | - | 县农业农村局 | 县工信局 | - | -",
            "2 打造品牌 | - | - | 县文旅局、县卫健委（县疾控局） | - | -",
        ],
    ),
    "units and a time limit in one bracket, and units parted by gaps": (
        "甲县要点\n\n1.办好实事。（县政府办、县财政局按职责负责；完成时限：全年）\n2.加强监管。\n牵头单位：县住建局\n配合单位：县财政局 县水利局 各镇（街道）\n",
        [
            "1 办好实事 | - | - | 县政府办、县财政局 | - | 全年",
            "2 加强监管 | - | 县住建局 | - | 县财政局、县水利局、各镇（街道） | -",
        ],
    ),
    "a branch behind the break of a cell": (
        "甲县台账\n\n序号\t任务\t牵头单位\t配合单位\n1\t闭库\t县应急管理局\t县财政局、市生态环境局 白石分局\n2\t检测\t市税务局 公安分局\t中国工商银行 白石支行\n",
        [
            "1 闭库 | - | 县应急管理局 | - | 县财政局、市生态环境局白石分局 | -",
            "2 检测 | - | 市税务局、公安分局 | - | 中国工商银行白石支行 | -",
        ],
    ),
    "labels below a page number that are printed in the head of the paper too": (
        "甲县清单\n\n1.污水直排。\n整改措施：新建管网。\n责任领导：王强\n牵头单位：县住建局\n\n2.垃圾外溢。\n整改措施：增设车辆。\n\n- 1 -\n\n责任领导：王强\n牵头单位：县城管局\n",
        ["1 污水直排 | 王强 | 县住建局 | - | - | -", "2 垃圾外溢 | 王强 | 县城管局 | - | - | -"],
    ),
    "a unit's own person beside the leader": (
        "甲县清单\n\n序号\t任务\t责任领导\t责任单位\t责任人\n1\t修路\t王强\t县交通局\t李四\n",
        ["1 修路 | 王强 | - | 县交通局 | - | -"],
    ),
    "labels that lost their colon beside one that has it": (
        "甲市分工\n\n1.稳粮。建高标准农田。\n责任领导：王强\n牵头单位 市农业农村局\n责任单位：市水利局、相关县（市、区）人民政府\n完成时限 2031年底前\n"
        "2.修路。\n牵头单位 市交通局、市公安局\n责任领导：王强\n3.办学。\n责任领导：王强　牵头单位 市教育局　责任单位：市财政局\n",
        [
            "1 稳粮 | 王强 | 市农业农村局 | 市水利局、相关县（市、区）人民政府 | - | 2031年底前",
            "2 修路 | 王强 | 市交通局、市公安局 | - | - | -",
            "3 办学 | 王强 | 市教育局 | 市财政局 | - | -",
        ],
    ),
    "labels without colon, one under the other": (
        "甲县责任清单\n\n1.抓项目。\n责任领导 王强\n牵头单位 县发改局\n责任单位 县住建局、县财政局\n",
        ["1 抓项目 | 王强 | 县发改局 | 县住建局、县财政局 | - | -"],
    ),
    "words behind a gap that no label asks for": (
        "甲市方案\n\n1.造林。\n责任领导：王强\n责任单位 要加强领导\n牵头单位 责任单位 完成时限\n完成时限 由市林草局另行通知\n",
        ["1 造林 | 王强 | - | - | - | -"],
    ),
    "a line of labels that breaks inside a body, a list or a name": (
        "甲镇清单\n\n1、演练\n责任领导：戴胜武　牵头单位：镇武装部　责任单位：镇应急办、白水国有林\n场　完成时限：12月15日前\n"
        "2、清理\n牵头单位：镇林业站　责任单位：镇应急办、\n县林业局、各村（居）　完成时限：12月底前\n"
        "3、设卡\n责任领导：穆桂花、贺知\n年　牵头单位：镇派出所\n4、巡护\n牵头单位：镇林业站\n责 任 单 位：镇派出所　完成时限：全年\n",
        [
            "1 演练 | 戴胜武 | 镇武装部 | 镇应急办、白水国有林场 | - | 12月15日前",
            "2 清理 | - | 镇林业站 | 镇应急办、县林业局、各村（居） | - | 12月底前",
            "3 设卡 | 穆桂花、贺知年 | 镇派出所 | - | - | -",
            "4 巡护 | - | 镇林业站 | 镇派出所 | - | 全年",
        ],
    ),
    "a responsibility that a unit has": (
        "甲省措施\n\n（一）清欠。建立台账。（省工信厅牵头，省财政厅等部门按职责分工负责；各市人民政府落实属地责任）\n"
        "（二）安全。压实责任。（省应急厅牵头，各市人民政府负总责，各县人民政府负责属地落实）\n",
        [
            "（一） 清欠 | - | 省工信厅 | 省财政厅、各市人民政府 | - | -",
            "（二） 安全 | - | 省应急厅 | 各市人民政府、各县人民政府 | - | -",
        ],
    ),
    "units behind the leader in one bracket": (
        "甲市分工\n\n1.抓招商。（牵头领导：王强；市商务局牵头，各县区配合）\n2.抓巡查。\n责任领导：王强，各乡镇长负责\n责任单位：县水利局\n完成时限：长期坚持，持续推进\n",
        [
            "1 抓招商 | 王强 | 市商务局 | - | 各县区 | -",
            "2 抓巡查 | 王强、各乡镇长负责 | - | 县水利局 | - | 长期坚持，持续推进",
        ],
    ),
    "a leader merged over rows, printed again where a page ends": (
        "甲校分解表\n\n序号\t工作任务\t牵头校领导\t牵头部门\n1\t建园\t王强\t党办\n2\t换届\t\t组织部\n3\t招生\t\t教务处\n4\t基建\t万 仞山\t基建处\n"
        "5\t清产\t万仞山\t资产处\n6\t消防\t\t保卫处\n",
        [
            "1 建园 | 王强 | 党办 | - | - | -",
            "2 换届 | 王强 | 组织部 | - | - | -",
            "3 招生 | 王强 | 教务处 | - | - | -",
            "4 基建 | 万仞山 | 基建处 | - | - | -",
            "5 清产 | 万仞山 | 资产处 | - | - | -",
            "6 消防 | 万仞山 | 保卫处 | - | - | -",
        ],
    ),
    "a leader printed in each row that has one": (
        "甲校分解表\n\n序号\t工作任务\t牵头校领导\t牵头部门\n1\t建园\t王强\t党办\n2\t换届\t王强\t组织部\n3\t招生\t李红\t教务处\n4\t消防\t\t保卫处\n",
        [
            "1 建园 | 王强 | 党办 | - | - | -",
            "2 换届 | 王强 | 组织部 | - | - | -",
            "3 招生 | 李红 | 教务处 | - | - | -",
            "4 消防 | - | 保卫处 | - | - | -",
        ],
    ),
    "labels in boxes": (
        "甲县清单\n\n1.修路。依〔2030〕3号文实施。\n【牵头单位】县交通局\n【责任单位】县财政局、各镇\n【完成时限】9月底\n2.清淤。\n【牵头单位】县水利局【配合单位】各镇\n【备注】县里统筹\n",
        ["1 修路 | - | 县交通局 | 县财政局、各镇 | - | 9月底", "2 清淤 | - | 县水利局 | - | 各镇 | -"],
    ),
    "labels behind a sign, and counted ones": (
        "甲县清单\n\n1.修路。\n▲牵头单位：县交通局\n▲配合单位：县财政局\n2.清淤。\n（1）责任单位：县水利局。\n（2）责任人：沈渡。\n（3）时限：9月底。\n",
        ["1 修路 | - | 县交通局 | - | 县财政局 | -", "2 清淤 | 沈渡 | - | 县水利局 | - | 9月底"],
    ),
    "all towns beside a unit in a bracket": (
        "甲县清单\n\n1.铺油。（县交通局、各镇）\n2.宣传。（各镇）\n",
        ["1 铺油 | - | - | 县交通局、各镇 | - | -"],
    ),
    "problems to put right, counted": (
        "甲县督察反馈问题整改清单\n\n问题一：散煤复燃\n责任领导：副县长 丁 一\n牵头单位：县能源局\n配合单位：县市场监管局\n  县公安局\n  县住建局\n整改时限：9月底前\n"
        "整改措施：加强巡查。\n\n问题2：三处污水直排\n责任领导：副县长 丁 一\n  副县长 沈渡\n牵头单位：县住建局\n配合单位：无\n整改时限：立行立改\n"
        "\n问题一、三处未整改。问题一直没有解决的，由县整改办督办。\n",
        [
            "一 散煤复燃 | 丁一 | 县能源局 | - | 县市场监管局、县公安局、县住建局 | 9月底前",
            "2 三处污水直排 | 丁一、沈渡 | 县住建局 | - | - | 立行立改",
        ],
    ),
    "a unit over the items of its own is a heading": (
        "甲县清单\n\n1、修路。\n责任单位：县交通局\n县水利局\n2、清淤。\n责任单位：县河道中心\n",
        ["1 修路 | - | - | 县交通局 | - | -", "2 清淤 | - | - | 县河道中心 | - | -"],
    ),
    "a note behind the units": (
        "甲省方案\n\n（一）扩大投资。建设项目。〔责任单位：省发改委、省商务厅按职责分工负责。各项任务均涉及市县人民政府，不再列出，下同。〕\n"
        "（二）促进消费。发放消费券。（省商务厅牵头，省财政厅配合，下同）\n（三）稳外贸。开拓市场。（责任单位：省商务厅、各市人民政府。以下均需各市人民政府负责，不再逐一列出）\n",
        [
            "（一） 扩大投资 | - | - | 省发改委、省商务厅 | - | -",
            "（二） 促进消费 | - | 省商务厅 | - | 省财政厅 | -",
            "（三） 稳外贸 | - | - | 省商务厅、各市人民政府 | - | -",
        ],
    ),
    "a note that says of some columns that blanks are as above": (
        "甲街道分解表\n\n序号\t工作任务\t责任领导\t牵头科室\t配合单位\t完成时限\n1\t建食堂\t王强\t服务办\t民政科\t9月底前\n2\t装呼叫器\t\t服务办\t\t\n"
        "注：“责任领导”“完成时限”栏空格同上格。\n",
        ["1 建食堂 | 王强 | 服务办 | - | 民政科 | 9月底前", "2 装呼叫器 | 王强 | 服务办 | - | - | 9月底前"],
    ),
    "a note that says of all columns that blanks are as above": (
        "甲街道分解表\n\n序号\t工作任务\t责任领导\t牵头科室\t配合单位\n1\t建食堂\t王强\t服务办\t民政科\n2\t装呼叫器\t\t服务办\t\n注：空格与上格相同。\n",
        ["1 建食堂 | 王强 | 服务办 | - | 民政科 | -", "2 装呼叫器 | 王强 | 服务办 | - | 民政科 | -"],
    ),
    "a time limit printed twice on both sides of a heading, and a blank one": (
        "甲县分解表\n\n序号\t工作任务\t牵头部门\t完成时限\n一、工业\n1\t建园区\t县工信局\t6月底\n2\t扶企业\t县工信局\t\n3\t上项目\t县发改局\t9月底\n二、民生\n4\t修校舍\t县教育局\t9月底\n",
        [
            "1 建园区 | - | 县工信局 | - | - | 6月底",
            "2 扶企业 | - | 县工信局 | - | - | 6月底",
            "3 上项目 | - | 县发改局 | - | - | 9月底",
            "4 修校舍 | - | 县教育局 | - | - | 9月底",
        ],
    ),
    "a bracket of another shape broken before its last label": (
        "甲县方案\n\n1.改造茶厂。淘汰旧锅炉。〔牵头单位：县农业农村局；责任单位：县供电局；\n完成时限：2031年12月〕\n2.育苗。建基地。〔牵头单位：县林业局〕\n",
        ["1 改造茶厂 | - | 县农业农村局 | 县供电局 | - | 2031年12月", "2 育苗 | - | 县林业局 | - | - | -"],
    ),
    "a label broken between its letters, and a remark below a time limit": (
        "甲县分解\n\n1.修水渠五千米。\n        责任单位：县水利局、县农业局    责任\n    人：丁 一\n        完成时间：年底\n    （二至九项略）\n"
        "2.架桥。\n        牵头单位：县交通局    完成时\n    限：9月底\n",
        ["1 修水渠五千米 | 丁一 | - | 县水利局、县农业局 | - | 年底", "2 架桥 | - | 县交通局 | - | - | 9月底"],
    ),
    "a time limit at the end of what is to be done, over the units": (
        "甲省要点\n\n1.提速网络建设\n新建基站一千个。完成时限：2031年10月底\n责任单位：省通信局牵头，省发改委配合\n2.通数据\n各单位要抓紧，完成时限：按方案执行\n责任单位：省数据局\n",
        ["1 提速网络建设 | - | 省通信局 | - | 省发改委 | 2031年10月底", "2 通数据 | - | - | 省数据局 | - | -"],
    ),
    "bars between cells and none at the ends": (
        "甲县责任表\n序号|项目名称|责任领导|牵头单位|推进时限\n1|医院迁建|丁 一|县卫生健康局|9月底主体封顶\n2|道路改造||县住建局|9月底通车\n",
        [
            "1 医院迁建 | 丁一 | 县卫生健康局 | - | - | 9月底主体封顶",
            "2 道路改造 | 丁一 | 县住建局 | - | - | 9月底通车",
        ],
    ),
    "who leads said in a bracket behind a list, and below it too": (
        "甲市措施\n\n（一）种树。\n责任单位：市林业局（独家负责）\n（二）培育企业。给予帮扶。\n责任单位：市工信局、市财政局（列首位的单位为牵头单位，下同）\n时限要求：持续推进\n（三）打造品牌。\n责任单位：市商务局\n（四）修路。\n牵头单位：市交通局\n责任单位：市公安局\n",
        [
            "（一） 种树 | - | - | 市林业局（独家负责） | - | -",
            "（二） 培育企业 | - | 市工信局 | 市财政局 | - | 持续推进",
            "（三） 打造品牌 | - | 市商务局 | - | - | -",
            "（四） 修路 | - | 市交通局 | 市公安局 | - | -",
        ],
    ),
    "who leads said in a sentence": (
        "甲县要点\n各项任务的责任单位中，排在第一位的为牵头单位；主要负责人为第一责任人。\n1.清淤。\n责任单位：县水利局、县城管局\n",
        ["1 清淤 | - | 县水利局 | 县城管局 | - | -"],
    ),
    "the first person to answer is no first unit": (
        "甲县要点\n牵头单位主要负责人为第一责任人，第一责任人是牵头工作的直接责任人。\n1.清淤。\n责任单位：县水利局、县城管局\n",
        ["1 清淤 | - | - | 县水利局、县城管局 | - | -"],
    ),
    "the leader of all below in a heading": (
        "甲市工作任务责任分解\n一、韩岩市长主抓重点工作\n1.稳住工业。\n责任单位：市经信局\n（一）交通\n2.修桥。\n责任领导：丁 一\n责任单位：市交通局\n二、副市长李红同志牵头负责的任务\n（一）教育\n3.建学校。\n责任单位：市教育局\n三、市政府办公室分管的工作\n4.办会。\n责任单位：市机关事务局\n",
        [
            "1 稳住工业 | 韩岩 | - | 市经信局 | - | -",
            "2 修桥 | 丁一 | - | 市交通局 | - | -",
            "3 建学校 | 李红 | - | 市教育局 | - | -",
            "4 办会 | - | - | 市机关事务局 | - | -",
        ],
    ),
    "a time limit as the last of the words": (
        "甲县要点\n1.场馆布展，4月20日前完成。\n责任单位：县文旅局。\n2.管网改造，确保6月底前全部竣工。责任单位：县住建局\n3.清表，3月底前交地，5月底前完成。\n责任单位：县自然资源局\n"
        "4.厂房建设，9月底前投产。\n责任单位：县工信局\n5.绿化，5月底前完成。栽树千株。\n责任单位：县林业局\n6.招标，4月底前完成。\n责任单位：县交通局\n完成时限：5月底前\n",
        [
            "1 场馆布展 | - | - | 县文旅局 | - | 4月20日前",
            "2 管网改造 | - | - | 县住建局 | - | 6月底前",
            "3 清表，3月底前交地，5月底前完成 | - | - | 县自然资源局 | - | -",
            "4 厂房建设，9月底前投产 | - | - | 县工信局 | - | -",
            "5 绿化，5月底前完成 | - | - | 县林业局 | - | -",
            "6 招标，4月底前完成 | - | - | 县交通局 | - | 5月底前",
        ],
    ),
    "two items on one line": (
        "甲县任务\n1、修桥两座。责任单位：县交通局，完成时间：2031年5月底前。2、修渠三条。责任单位：县水利局、丁镇，完成时间：2031年6月底前。\n"
        "（二）种树。责任单位：县林业局，责任人：丁一。做好设计。 （三）栽花。责任单位：县城管局\n",
        [
            "1 修桥两座 | - | - | 县交通局 | - | 2031年5月底前",
            "2 修渠三条 | - | - | 县水利局、丁镇 | - | 2031年6月底前",
            "（二） 种树 | 丁一 | - | 县林业局 | - | -",
            "（三） 栽花 | - | - | 县城管局 | - | -",
        ],
    ),
    "sub-items on one line, whose units stand at its end": (
        "甲县任务\n1、修桥。选址。2、勘察。3、开工。责任单位：县交通局\n",
        ["1 修桥 | - | - | 县交通局 | - | -"],
    ),
    "a bar behind the last cell, and rows moved left below a merged cell": (
        "工作任务 | 具体要求 | 责任部门 |\n一、公开。 | 1.公开预算。 | 财务科 |\n2.公开概况。 | 办公室 | |\n二、解读。 | 3.解读政策。 | 各科室 |\n"
        "4.做好咨询。 | 办公室牵头，各科室配合 | |\n6.修订指南。 | 办公室 | |\n",
        [
            "1 公开预算。 | - | - | 财务科 | - | -",
            "2 公开概况。 | - | - | 办公室 | - | -",
            "3 解读政策。 | - | - | 各科室 | - | -",
            "4 做好咨询。 | - | 办公室 | - | 各科室 | -",
        ],
    ),
    "undertaker beside organiser": (
        "甲县清单\n\n序号\t实事内容\t主办单位\t承办单位\n1\t送戏下乡\t县文旅局\t县剧团\n",
        ["1 送戏下乡 | - | 县文旅局 | 县剧团 | - | -"],
    ),
}


def test_addressees_name_no_plan() -> None:
    text = "各县（市、区）人民政府，市直各单位：\n请抓好落实。\n1.修路。\n责任单位：市交通局\n"
    assert [task.plan for task in tasks(text)] == [""]
    text = "各县（市、区）人民政府，市直各单位：\n请抓好落实。\n2031年重点工作责任分解\n1.修路。\n责任单位：市交通局\n"
    assert [task.plan for task in tasks(text)] == ["2031年重点工作责任分解"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_tasks_are_read_in_every_layout(layout: str) -> None:
    text, expected = LAYOUTS[layout]
    assert [short(task) for task in tasks(text)] == expected


NO_TASKS = {
    "several tasks in one line without numbers": "[接上页] 房屋改造任务 责任单位：县住建局，责任人：丁一。做好策划。 道路改造任务 责任单位：县交通局，责任人：王强。\n",
    "a copy run into one line": "某局整治方案范文各科室："
    + "为做好整治工作，我局结合实际，着重抓好街巷、管网、工地，" * 6
    + "牵头领导：丁一副局长责任部门：建工科、质监站\n",
    "a working group with its units": "甲县预案\n\n1.综合协调组\n牵头单位：县应急管理局\n成员单位：县公安局\n主要职责：协调。\n",
    "prose about units": "甲县总结\n\n一是加强领导。各责任单位要落实责任（见附件），牵头单位要主动。责任单位负责人为第一责任人：逾期通报。\n",
    "a division of leaders": "甲县分工\n\n张三 县长\n主持县政府全面工作。\n分管单位：县审计局\n联系单位：县人大办\n",
    "a roster table": "甲县名单\n\n序号\t姓名\t责任部门\t职务\n1\t张三\t县财政局\t局长\n",
    "a bracket in a sentence": "甲县办法\n\n1.用户缴费（逾期由用户负责）。供水公司（以下简称公司）抄表。\n",
    "who made the paper": "甲县通知\n\n三、其他事项\n\n成员因工作变动需要调整的，报组长批准。\n\n甲县人民政府办公室\n2032年9月14日\n主办：县农业农村局    督办：县政府办公室三科\n",
    "persons who do what they share out": "甲镇方案\n\n二、明确分工\n丁一：负责全镇工作。\n其他领导按包村分工抓好落实。\n",
    "a rule on who answers": "甲县办法\n\n1.部门职责。各部门落实监管责任，企业落实主体责任。\n2.压实责任。县人民政府负总责，各有关部门抓好落实。\n3.牵头单位 见附件。\n",
    "a table that counts things": "甲县表\n\n序号\t工作内容\t单位\t年度目标\t完成时限\n1\t新建绿道\t公里\t8.5\t10月底前\n2\t新建泵站\t座\t2\t全年\n",
    "a time limit alone in a bracket": "甲县要点\n\n1.修路。建成通车。（完成时限：全年）\n2.架桥。开工。（；完成时限：9月底前）\n",
    "a table of plans": "甲县目录\n\n序号\t预案名称\t责任单位\n1\t甲县防汛应急预案\t县水利局\n",
}


@pytest.mark.parametrize("paper", NO_TASKS)
def test_what_is_no_task_stays_unread(paper: str) -> None:
    assert tasks(NO_TASKS[paper]) == []


def test_section_plan_and_words_of_part_are_kept() -> None:
    text = (
        "甲县人民政府关于印发甲县治水方案的通知\n\n甲政发〔2032〕8号\n\n各乡镇：\n\n现印发。\n\n甲县人民政府\n\n2032年5月6日\n\n甲县治水方案\n\n"
        "二、重点任务\n\n（一）清淤\n\n1.疏浚。分段实施。\n\n牵头单位：县水利局\n\n责任单位：县财政局\n"
    )
    (task,) = tasks(text)
    assert (task.plan, task.section) == ("甲县治水方案", "（一）清淤")
    assert task.text == "疏浚。分段实施。"
    assert task.role_words == ("牵头单位=县水利局", "责任单位=县财政局")
    assert task.doc_id == "甲政发〔2032〕8号"
    assert task.source.quote.startswith("1.疏浚")
    assert task.source.quote.endswith("责任单位：县财政局")


def test_unsure_layouts_are_less_trusted() -> None:
    sure = tasks(LAYOUTS["labels at the end of the item"][0])[0]
    bracket = tasks(LAYOUTS["brackets without labels, a time limit at their end"][0])[0]
    bare = tasks(LAYOUTS["headings without numbers"][0])[0]
    assert sure.source.confidence > bracket.source.confidence > bare.source.confidence > 0.5


def test_the_thirty_tasks_of_the_gazette(shared: Path) -> None:
    path = shared / "gazette" / "dongsheng-2023-q3.txt"
    paper = read_text(path.read_bytes(), path.name)
    found = [task for notice in split(paper) for task in read(notice)]
    with (shared / "gold" / "dongsheng-2023-q3" / "tasks.csv").open(encoding="utf-8-sig", newline="") as handle:
        gold = list(csv.DictReader(handle))
    rows = [
        (
            t.number,
            t.title,
            ";".join(t.leader),
            ";".join(t.lead_orgs),
            ";".join(t.responsible_orgs),
            str(t.source.line_start),
        )
        for t in found
    ]
    columns = ("number", "title", "leader", "lead_orgs", "responsible_orgs", "line_start")
    assert rows == [tuple(row[column] for column in columns) for row in gold]


def test_neither_the_title_of_the_plan_nor_a_label_is_a_section() -> None:
    text = "甲县项目包联责任清单\n\n1.产业园项目\n建设内容：新建厂房\n责任单位：县经开区管委会\n2.河道治理项目\n责任单位：县水务局\n"
    assert [task.section for task in tasks(text)] == ["", ""]


def test_the_plan_of_an_attachment_is_its_title() -> None:
    (task,) = tasks("附件2\n甲县第三小学安全工作责任分解\n1.食堂管理。落实陪餐。\n责任人：王强\n")
    assert (task.plan, task.section) == ("甲县第三小学安全工作责任分解", "")


HOSTILE = {
    "open brackets": "(" * 100_000,
    "open brackets with labels": "(牵头单位:甲局;" * 8_000,
    "colons": ":" * 100_000,
    "labels": "责任单位:" * 20_000,
    "units": "区财政局牵头负责" * 12_500,
    "closing brackets": "责任单位:" + ")" * 100_000,
    "tabs": "任务\t责任单位\n" + "\t" * 100_000,
    "brackets of units with gaps": "工作。 (市气象局) " * 8_000,
    "circled numbers": "工作①" * 30_000 + ")\n②工作",
    "joiners": "责任单位:" + "区和" * 50_000,
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("line", HOSTILE)
def test_hostile_lines_end(line: str) -> None:
    tasks(f"甲区方案\n\n1.工作。\n{HOSTILE[line]}\n")


def test_the_branch_of_a_bank_is_a_body() -> None:
    found = tasks(
        "白河市工业降碳工作方案\n二、重点任务\n（一）完善绿色金融。推广绿色信贷。（人民银行白河市分行牵头，市金融局按职责分工负责）\n"
        "（二）发展循环经济。推动再生利用。（市商务局牵头，市住建局配合）\n"
    )
    assert [short(task) for task in found] == [
        "（一） 完善绿色金融 | - | 人民银行白河市分行 | 市金融局 | - | -",
        "（二） 发展循环经济 | - | 市商务局 | - | 市住建局 | -",
    ]


@pytest.mark.parametrize(
    ("item", "row"),
    [
        (
            "1.治理水土流失。（责任领导：池春；市水务局牵头，市林草局配合，11月15日前完成）",
            (("池春",), ("市水务局",), ("市林草局",), "11月15日前"),
        ),
        ("1.修路。（责任领导：池春，11月底前）", (("池春",), (), (), "11月底前")),
        (
            "1.修路30公里，由区交通运输局牵头，各镇配合，10月底前完工通车。",
            ((), ("区交通运输局",), ("各镇",), "10月底前"),
        ),
        (
            "1.超硬材料产业园项目\n分包领导：吕 瑛、皇甫立志\n牵头单位：县水利局",
            (("吕瑛", "皇甫立志"), ("县水利局",), (), ""),
        ),
    ],
)
def test_a_limit_behind_leaders_and_parts_is_nobody(
    item: str, row: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str]
) -> None:
    text = f"甲市2031年重点任务分解方案\n\n一、生态建设\n\n{item}\n"
    found = [one for one in read_paper(read_text(text.encode(), "x.txt")).statements if isinstance(one, Task)]
    assert [(one.leader, one.lead_orgs, one.cooperating_orgs, one.deadline) for one in found] == [row]


def test_what_an_item_holds_is_not_its_name_and_whose_room_does_it() -> None:
    text = (
        "甲县实事方案\n\n（一）新建幼儿园4所\n项目内容：新增学位80个，8月底前投用。\n责任领导：丁一山\n责任委室：教育工作委员会\n时间安排：8月\n"
        "（二）改造食堂6个\n项目内容：覆盖全部街道。\n责任领导：沈渡\n责任委室：社会工作委员会\n时间安排：9月\n"
    )
    assert [short(task) for task in tasks(text)] == [
        "（一） 新建幼儿园4所 | 丁一山 | - | 教育工作委员会 | - | 8月",
        "（二） 改造食堂6个 | 沈渡 | - | 社会工作委员会 | - | 9月",
    ]


def test_offices_alone_in_a_bracket_do_the_task() -> None:
    text = (
        "甲县实事方案\n\n一、健全机制。成立业主委员会。（县委组织部、各街道办事处）\n二、改造小区。（县住建局负责）\n"
    )
    assert short(tasks(text)[0]) == "一 健全机制 | - | - | 县委组织部、各街道办事处 | - | -"


def test_a_time_limit_ends_where_an_empty_line_stands_below_it() -> None:
    (task,) = tasks(
        "甲市整改任务分工\n\n一、轮岗制度执行不严。\n责任单位：市人事局\n完成时限：2031年8月底\n\n每周五由市政府办公室调度，对账销号。\n"
    )
    assert task.deadline == "2031年8月底"


@pytest.mark.parametrize(
    ("below", "deadline"), [("组织保障\n", "2031年10月底前"), ("完成验收\n", "2031年10月底前完成验收")]
)
def test_a_time_limit_behind_another_label_ends_with_its_line(below: str, deadline: str) -> None:
    text = (
        "甲区实事方案\n\n一、安装充电桩300个\n  责任领导：沈渡 牵头单位：区供电公司\n"
        f"  配合单位：各街道办事处、区消防救援大队 完成时限：2031年10月底前\n{below}"
    )
    (task,) = tasks(text)
    assert task.deadline == deadline


def test_labels_of_a_hospital_without_colon() -> None:
    text = (
        "甲医院重点工作任务分解\n\n　　（一）建设胸痛中心。\n　　分管院领导　沈　渡\n　　牵头科室　心血管内科\n　　配合科室　急诊科、影像科\n　　时间节点　2031年6月\n"
        "　　（二）改造门诊楼。\n　　分管院领导　丁一山\n　　牵头科室　基建办\n　　时间节点　2031年9月\n"
    )
    assert [short(task) for task in tasks(text)] == [
        "（一） 建设胸痛中心 | 沈渡 | 心血管内科 | - | 急诊科、影像科 | 2031年6月",
        "（二） 改造门诊楼 | 丁一山 | 基建办 | - | - | 2031年9月",
    ]
    assert tasks("甲医院方案\n\n　　（一）建设胸痛中心。\n　　牵头科室　要抓紧推进\n") == []


def test_the_roster_in_the_next_attachment_is_no_part_of_a_table_of_tasks() -> None:
    text = (
        "甲区任务表\n\n序号\t项目内容\t责任领导\t牵头单位\n1\t水厂通水\t沈渡\t区水利局\n2\t校舍封顶\t\t区教育局\n{between}\n"
        "组长\t沈渡\t副区长\n成员\t丁一山\t区水利局局长\n"
    )
    assert len(tasks(text.format(between="附件2\n水厂工作专班"))) == 2
    whole = "甲区任务表\n\n序号\t项目内容\t责任领导\t牵头单位\n1\t水厂通水\t沈渡\t区水利局\n第2页\n2\t校舍封顶\t\t区教育局\n"
    assert len(tasks(whole)) == 2


def test_the_brackets_of_one_task_may_each_hold_one_label() -> None:
    text = (
        "甲局2031年工作要点\n\n1. 推进医共体建设。统一管理。\n【分管领导：丁一山】【牵头单位：医改科】【配合单位：人事科、财务科】【时间节点：6月底前】\n\n"
        "2. 落实药品采购。应采尽采。\n【时间节点：9月】【牵头单位：药政科】\n\n3. 招聘人才45名（报名时间：5月）。\n【牵头单位：人事科】\n"
    )
    assert [short(task) for task in tasks(text)] == [
        "1 推进医共体建设 | 丁一山 | 医改科 | - | 人事科、财务科 | 6月底前",
        "2 落实药品采购 | - | 药政科 | - | - | 9月",
        "3 招聘人才45名（报名时间：5月） | - | 人事科 | - | - | -",
    ]


def test_a_title_may_end_with_its_year_and_kind_on_the_next_line() -> None:
    text = (
        "附件2\n甲市消防安全专项整治三年行动\n2031年任务分解\n一、打通通道\n（1）施划标线。全市完成。（责任人：丁一山；主责单位：市消防支队；"
        "协同单位：市住建局；限期：2031年9月底）\n"
    )
    (task,) = tasks(text)
    assert (task.plan, task.lead_orgs, task.deadline) == (
        "甲市消防安全专项整治三年行动2031年任务分解",
        ("市消防支队",),
        "2031年9月底",
    )


@pytest.mark.parametrize(
    ("note", "leaders"),
    [
        ("注：空格与上格相同。\n", [("丁一山",), ("丁一山",), ("沈国文",), ("沈国文",)]),
        ("", [("丁一山",), (), ("沈国文",), ("沈国文",)]),
    ],
)
def test_a_blank_leader_is_the_one_above_where_the_paper_says_so(note: str, leaders: list[tuple[str, ...]]) -> None:
    text = (
        "甲区任务表\n\n序号\t任务\t牵头单位\t责任领导\n1\t水厂通水\t区水利局\t丁一山\n2\t校舍封顶\t区教育局\t\n"
        f"3\t道路通车\t区交通局\t沈国文\n4\t桥梁合龙\t区交通局\t沈国文\n\n{note}"
    )
    assert [task.leader for task in tasks(text)] == leaders


@pytest.mark.parametrize(
    ("sentence", "leader", "deadline"),
    [
        ("由陶青负责，9月底前完成。", ("陶青",), "9月底前"),
        ("请副镇长陶青负责，于2032年5月20日前办结。", ("陶青",), "2032年5月20日前"),
        ("陶青牵头，乔林配合，7月15日前完成。", ("陶青",), "7月15日前"),
        ("由陶青、乔林共同负责，年底前完成。", ("陶青", "乔林"), "年底前"),
    ],
)
def test_a_person_alone_answers_for_a_task_until_a_day(sentence: str, leader: tuple[str, ...], deadline: str) -> None:
    (task,) = tasks(f"甲村会议纪要\n\n会议议定：\n\n1.沟渠清淤。{sentence}\n\n2.档案整理。由乔林负责。\n")
    assert (task.title, task.leader, task.deadline) == ("沟渠清淤", leader, deadline)


def test_what_a_meeting_decided_is_named_behind_its_label() -> None:
    text = "甲镇督办单\n\n议定事项：管网改造\n承办单位：镇规建办\n分管领导：陶青\n\n交办事项：路口整治\n承办单位：镇派出所\n办结时限：10月底前\n"
    assert [one.title for one in tasks(text)] == ["管网改造", "路口整治"]


@pytest.mark.parametrize("bracket", ["【{}】", "（{}）", "[{}]"])
def test_bare_units_with_a_limit_behind_them(bracket: str) -> None:
    text = f"某学院要点\n\n1.申报专业2个。{bracket.format('教务处、各学院；6月底前')}\n\n2.清查资产。{bracket.format('财务处、后勤处')}\n"
    assert [(one.responsible_orgs, one.deadline) for one in tasks(text)] == [
        (("教务处", "各学院"), "6月底前"),
        (("财务处", "后勤处"), ""),
    ]
