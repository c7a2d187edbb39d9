"""The words of a district's year: units by category, topics."""

from __future__ import annotations

from typing import Final

UNITS: Final = """
id    name                       group               category        tier
qzf   区人民政府                 government          -               county
qfb   区人民政府办公室           government_office   -               county
qdc   区人民政府督查室           supervision_office  -               county
jkq   经济技术开发区管理委员会   functional_zone     zone            county
gxy   高新技术产业园管理委员会   functional_zone     zone            county
wly   现代物流园管理委员会       functional_zone     zone            county
dh    东湖街道办事处             street              street          township
xm    西门街道办事处             street              street          township
nq    南桥街道办事处             street              street          township
bs    北山街道办事处             street              street          township
hp    和平街道办事处             street              street          township
xh    新华街道办事处             street              street          township
zzb   区委组织部                 department          party           county
xcb   区委宣传部                 department          party           county
tzb   区委统战部                 department          party           county
tqw   共青团区委                 department          party           county
fgj   区发展和改革局             department          economy         county
gxj   区工业和信息化局           department          economy         county
czj   区财政局                   department          economy         county
tjj   区统计局                   department          economy         county
swj   区商务局                   department          investment      county
tcj   区投资促进局               department          investment      county
hzj   区经济合作局               department          investment      county
zjj   区住房和城乡建设局         department          administration  county
cgj   区城市管理局               department          administration  county
yjj   区应急管理局               department          administration  county
scj   区市场监督管理局           department          administration  county
jyj   区教育局                   department          service         county
mzj   区民政局                   department          service         county
rsj   区人力资源和社会保障局     department          service         county
wjj   区卫生健康局               department          service         county
gaj   公安分局                   other               resident        county
swf   区税务局                   other               resident        county
zrf   自然资源分局               other               resident        county
"""
UNIT_IDS: Final = tuple(line.split()[0] for line in UNITS.strip().splitlines()[4:])
"""The units that are assessed."""
TOPICS: Final = (
    "老旧小区加装电梯",
    "背街小巷整治",
    "既有建筑消防隐患整改",
    "专业市场搬迁",
    "优化营商环境",
    "重点项目开工",
    "中小学午餐配送",
    "社区养老服务中心建设",
    "河道清淤",
    "物业纠纷化解",
    "工业用地盘活",
    "招商引资项目落地",
    "电动自行车充电设施建设",
    "大气污染防治",
    "欠薪线索核查",
    "农贸市场改造",
    "地铁沿线征收",
    "城市生命线安全监测",
)
SOURCES: Final = (
    ("key_work", "区政府重点工作：{}"),
    ("instruction", "区长关于{}的批示"),
    ("public_concern", "群众关注热点：{}"),
    ("superior_document", "市政府交办：{}"),
    ("petition", "信访积案：{}"),
    ("meeting_item", "区政府常务会议议定：{}"),
)
LEADERS: Final = ("分管副主任", "副局长", "副主任", "党组成员")
SECTIONS: Final = ("办公室", "综合科", "督查科", "项目科")
HANDLERS: Final = ("周某", "吴某", "郑某", "王某", "冯某", "陈某")
