"""The words of Liuzhou's year: units, topics, sources."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

UNITS: Final = """
id    name                       aliases        group               tier    is_government
szf   柳州市人民政府             市政府         government          city    true
bgs   柳州市人民政府办公室       市政府办公室   government_office   city    false
dcs   柳州市人民政府督查室       市政府督查室   supervision_office  city    false
fgw   柳州市发展和改革委员会     市发展改革委   municipal           city    false
gxj   柳州市工业和信息化局       市工信局       municipal           city    false
jyj   柳州市教育局               市教育局       municipal           city    false
kjj   柳州市科学技术局           市科技局       municipal           city    false
czj   柳州市财政局               市财政局       municipal           city    false
rsj   柳州市人力资源和社会保障局 市人社局       municipal           city    false
zrj   柳州市自然资源和规划局     市资源规划局   municipal           city    false
sthj  柳州市生态环境局           市生态环境局   municipal           city    false
zjj   柳州市住房和城乡建设局     市住建局       municipal           city    false
jtj   柳州市交通运输局           市交通局       municipal           city    false
slj   柳州市水利局               市水利局       municipal           city    false
nyj   柳州市农业农村局           市农业农村局   municipal           city    false
swj   柳州市商务局               市商务局       municipal           city    false
wlj   柳州市文化广电和旅游局     市文广旅局     municipal           city    false
wjw   柳州市卫生健康委员会       市卫健委       municipal           city    false
yjj   柳州市应急管理局           市应急局       municipal           city    false
scj   柳州市市场监督管理局       市市场监管局   municipal           city    false
ldxq  柳东新区管理委员会         柳东新区       county              county  false
yhxq  阳和工业新区（北部生态新区）管理委员会 阳和工业新区 county   county  false
czq   柳州市城中区人民政府       城中区         county              county  true
yfq   柳州市鱼峰区人民政府       鱼峰区         county              county  true
lnq   柳州市柳南区人民政府       柳南区         county              county  true
lbq   柳州市柳北区人民政府       柳北区         county              county  true
ljq   柳州市柳江区人民政府       柳江区         county              county  true
lcx   柳城县人民政府             柳城县         county              county  true
lzx   鹿寨县人民政府             鹿寨县         county              county  true
rax   融安县人民政府             融安县         county              county  true
rsx   融水苗族自治县人民政府     融水县         county              county  true
sjx   三江侗族自治县人民政府     三江县         county              county  true
"""
BUREAUS: Final = (
    "fgw",
    "gxj",
    "jyj",
    "kjj",
    "czj",
    "rsj",
    "zrj",
    "sthj",
    "zjj",
    "jtj",
    "slj",
    "nyj",
    "swj",
    "wlj",
    "wjw",
    "yjj",
    "scj",
)
COUNTIES: Final = ("ldxq", "yhxq", "czq", "yfq", "lnq", "lbq", "ljq", "lcx", "lzx", "rax", "rsx", "sjx")
TOPICS: Final = (
    "螺蛳粉产业高质量发展",
    "新能源汽车推广应用",
    "柳江河流域水质保护",
    "老旧小区改造",
    "城市内涝治理",
    "乡村振兴衔接资金使用",
    "重大项目用地保障",
    "保障农民工工资支付",
    "中小学校舍安全",
    "油气管道安全隐患排查",
    "民营企业账款清欠",
    "工业园区污水处理",
    "糖料蔗生产",
    "公立医院改革",
    "侗乡旅游公路建设",
    "柳工智能制造基地建设",
    "保交楼工作",
    "城乡供水一体化",
    "政务服务一网通办",
    "森林防火",
)
MEETINGS: Final = ("常务会议", "专题会议", "全体会议", "经济运行调度会")
DOCUMENTS: Final = ("实施方案", "管理办法", "若干措施", "工作意见")
ABOVE: Final = (
    ("自治区人民政府", "provincial"),
    ("国务院办公厅", "national"),
    ("自治区人民政府办公厅", "provincial"),
    ("国家部委", "national"),
)
OTHERS: Final = (
    ("key_work", "阶段性重点工作"),
    ("public_concern", "群众关注热点"),
    ("petition", "信访事项"),
    ("target", "政府工作报告目标任务"),
)
NONE: Final = MappingProxyType(
    {"own_remit": False, "ordinary": False, "joint": False, "needs_investigation": False, "needs_policy": False}
)
CLASSES: Final = (
    (MappingProxyType({**NONE, "own_remit": True, "ordinary": True}), 0),
    (NONE, 5),
    (MappingProxyType({**NONE, "joint": True}), 7),
    (MappingProxyType({**NONE, "needs_investigation": True}), 20),
    (MappingProxyType({**NONE, "needs_policy": True}), 30),
    (MappingProxyType({**NONE, "joint": True, "needs_investigation": True}), 20),
    (MappingProxyType({**NONE, "needs_policy": True, "joint": True}), 30),
)
