"""The words of Bozhou's year: units, leaders, topics."""

from __future__ import annotations

from typing import Final

UNITS: Final = """
id    name                         aliases      group               tier    is_government  parent
szf   亳州市人民政府               市政府       government          city    true           -
bgs   亳州市人民政府办公室         市政府办公室 government_office   city    false          szf
dcs   亳州市人民政府督查室         市政府督查室 supervision_office  city    false          szf
fgw   亳州市发展和改革委员会       市发改委     municipal           city    false          szf
jxw   亳州市经济和信息化委员会     市经信委     municipal           city    false          szf
jyj   亳州市教育局                 市教育局     municipal           city    false          szf
kjj   亳州市科学技术局             市科技局     municipal           city    false          szf
mzj   亳州市民政局                 市民政局     municipal           city    false          szf
czj   亳州市财政局                 市财政局     municipal           city    false          szf
rsj   亳州市人力资源和社会保障局   市人社局     municipal           city    false          szf
gtj   亳州市国土资源局             市国土局     municipal           city    false          szf
hbj   亳州市环境保护局             市环保局     municipal           city    false          szf
zjw   亳州市住房和城乡建设委员会   市住建委     municipal           city    false          szf
jtj   亳州市交通运输局             市交通局     municipal           city    false          szf
nw    亳州市农业委员会             市农委       municipal           city    false          szf
slj   亳州市水务局                 市水务局     municipal           city    false          szf
wjw   亳州市卫生和计划生育委员会   市卫计委     municipal           city    false          szf
syj   亳州市食品药品监督管理局     市食药监局   municipal           city    false          szf
qcq   亳州市谯城区人民政府         谯城区       county              county  true           szf
gyx   涡阳县人民政府               涡阳县       county              county  true           szf
mcx   蒙城县人民政府               蒙城县       county              county  true           szf
lxx   利辛县人民政府               利辛县       county              county  true           szf
qcd   谯城区人民政府督查室         谯城区督查室 supervision_office  county  false          qcq
gyd   涡阳县人民政府督查室         涡阳县督查室 supervision_office  county  false          gyx
mcd   蒙城县人民政府督查室         蒙城县督查室 supervision_office  county  false          mcx
lxd   利辛县人民政府督查室         利辛县督查室 supervision_office  county  false          lxx
"""
# 姓名为虚构；2016年初换届，一位副市长八月底离任
PERSONS: Final = """
id    name    role                       is_leader  unit  since       until
ld-1  汪某某  mayor                      true       szf   2016-01-08  -
ld-2  许某某  executive_vice_mayor       true       szf   2016-01-08  -
ld-3  曹某某  vice_mayor                 true       szf   2016-01-08  -
ld-4  华某某  vice_mayor                 true       szf   2016-01-08  2016-08-31
ld-5  丁某某  vice_mayor                 true       szf   2016-09-12  -
ld-6  薛某某  secretary_general          false      szf   2016-01-08  -
ld-7  刁某某  staff                      false      dcs   2014-03-01  -
"""
LEADERS: Final = (("ld-1", 1, 12), ("ld-2", 1, 12), ("ld-3", 1, 12), ("ld-4", 1, 8), ("ld-5", 9, 12))
"""The leaders, and the months from which and to which each is in office."""
BUREAUS: Final = (
    "fgw",
    "jxw",
    "jyj",
    "kjj",
    "mzj",
    "czj",
    "rsj",
    "gtj",
    "hbj",
    "zjw",
    "jtj",
    "nw",
    "slj",
    "wjw",
    "syj",
)
COUNTIES: Final = ("qcq", "gyx", "mcx", "lxx")
TOPICS: Final = (
    "秸秆禁烧和综合利用",
    "现代中药产业发展",
    "商合杭高铁亳州段征迁",
    "棚户区改造",
    "精准扶贫建档立卡",
    "涡河水环境治理",
    "农村饮水安全巩固提升",
    "供给侧结构性改革",
    "白酒产业转型升级",
    "城区黑臭水体整治",
    "义务教育均衡发展",
    "农民工工资清欠",
    "中药材交易市场整治",
    "美丽乡村建设",
    "防汛抗旱",
    "政务服务事项清理",
    "公立医院药品采购",
    "引江济淮工程前期工作",
)
TARGETS: Final = (
    "新改建农村公路1200公里",
    "新开工棚户区改造3万套",
    "城镇新增就业4.5万人",
    "脱贫10万人",
    "规模以上工业增加值增长9%",
    "新增高标准农田40万亩",
    "建成主城区公交专用道",
    "新建改建公办幼儿园30所",
)
MESSAGES: Final = (
    "小区供暖",
    "断头路打通",
    "学区划分",
    "夜间施工噪声",
    "不动产登记",
    "公交线路调整",
    "拖欠工资",
    "自来水水质",
)
PROPOSALS: Final = ("人大代表建议", "政协委员提案")
ABOVE: Final = ("国务院", "省人民政府", "省人民政府办公厅")
