"""Portfolios to measure with: any number of holdings as a transfer office has them, by a seed.

Bodies are made up, persons have no names but numbers. Knows only the nouns of the domain.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from olapp.domain.holding import Holding, LegalEvent, Origin, Owner, RightState
from olapp.domain.numbers import patent as patent_number
from olapp.domain.patent import Patent, PatentKind, PatentStatus, Register

DAY = date(2026, 11, 20)
"""The day of the exports these portfolios could come from."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_FEATURES = _words(
    "基于深度学习的 基于机器视觉的 基于物联网的 基于北斗定位的 基于强化学习的 基于边缘计算的 "
    "可折叠的 自适应的 低功耗 高强度 耐高温 抗腐蚀 宽频带 多通道 双层 三自由度 便携式 模块化 "
    "智能化 无人值守 微型 大跨度 轻量化 高通量 可降解 超疏水 柔性 分布式 非接触式 LED"
)
_SUBJECTS = _words(
    "锂离子电池热管理 钠离子电池正极材料 燃料电池双极板 光伏组件清洗 风电叶片检测 "
    "水质在线监测 土壤重金属修复 污泥脱水 钢轨探伤 隧道通风 桥梁健康监测 混凝土养护 齿轮磨削 "
    "主轴热误差补偿 激光熔覆 增材制造 焊缝跟踪 机械臂抓取 步态识别 心电信号去噪 医学影像分割 "
    "药物缓释 骨科植入 基因编辑载体 水稻育种 果树嫁接 温室灌溉 畜禽养殖环境调控 茶叶杀青 "
    "纺织染整废水处理 羊绒纤维鉴别 陶瓷釉料 石墨烯分散 气凝胶隔热 稀土永磁 量子密钥分发 "
    "毫米波雷达 卫星通信 5G基站节能 数据脱敏 联邦学习 知识图谱构建 电网故障定位 "
    "变压器油色谱分析 充电桩调度 无人机航迹规划 船舶压载水 海上平台 页岩气压裂 煤矿瓦斯抽采"
)
_THINGS = _words(
    "装置 系统 设备 机构 组件 材料 方法 工艺 仪器 夹具 模具 传感器 控制方法 检测方法 制备方法 "
    "装置及方法 系统及其控制方法 结构 试验台 平台"
)
_DESIGNS = _words(
    "台灯 水杯 监测仪 机器人 充电桩 显微镜 折叠支架 轮椅 包装盒 控制面板 图形用户界面 座椅"
)
_BODIES = _words(
    "示例大学 示例理工大学 示例农业大学 示例医科大学 示例工程学院 示例材料研究所 "
    "示例海洋研究院 示例科技有限公司 示例新能源股份有限公司 示例智能装备有限公司 "
    "示例生物医药有限公司 示例环境工程有限公司"
)
_DEPARTMENTS = _words(
    "材料科学与工程学院 机械工程学院 电气工程学院 计算机学院 环境学院 化学化工学院 "
    "生命科学学院 土木工程学院 医学院 农学院 信息与通信学院 能源与动力学院"
)
_CLASSES = _words(
    "H01M10/613 H01M4/485 G01N33/18 B09C1/08 G01N29/04 E21F1/00 E01D19/00 B23F5/02 B23K26/34 "
    "B25J9/16 G06T7/11 A61K9/22 A01H1/04 C02F1/52 C04B41/86 H04L9/08 G01S13/88 H04W52/02 "
    "G06N3/098 H02J3/38"
)
_TAGS = _words("重点 拟转让 已评估 储能 医工交叉 绿色 军民 国际合作")
_KINDS = {PatentKind.INVENTION: "1", PatentKind.UTILITY_MODEL: "2", PatentKind.DESIGN: "3"}
_STATES = (
    *((RightState.IN_FORCE, PatentStatus.IN_FORCE, "有效"),) * 12,
    (RightState.FEE_OVERDUE, PatentStatus.IN_FORCE, "等年费滞纳金"),
    *((RightState.DEAD, PatentStatus.TERMINATED, "未缴年费专利权终止"),) * 4,
    *((RightState.PENDING, None, "实质审查"),) * 3,
)

_ORIGIN = Origin(
    source="incopat",
    name="示例导出.xlsx",
    as_of=DAY,
    paths=("patent.number", "patent.title", "patent.filed_on", "state", "applicants", "owners"),
)


def holdings(count: int, seed: int = 1) -> Iterator[Holding]:
    """Give so many holdings, all of different numbers; equal seeds give equal holdings."""
    chance = Random(seed)  # noqa: S311 - nothing secret
    for number in range(count):
        yield _holding(chance, number)


def _holding(chance: Random, number: int) -> Holding:
    kind = chance.choices(tuple(_KINDS), weights=(6, 3, 1))[0]
    filed_on = date(2005, 1, 1) + timedelta(days=chance.randrange(21 * 365))
    state, status, words = chance.choice(_STATES)
    published_on = min(filed_on + timedelta(days=chance.randrange(180, 560)), DAY)
    granted_on = published_on + timedelta(days=chance.randrange(200, 900))
    if granted_on > DAY:
        state, status, words = RightState.PENDING, None, "实质审查"
    is_granted = state is not RightState.PENDING
    owners = tuple(chance.sample(_BODIES, chance.choice((1, 1, 1, 2))))
    serial = f"{100_000_000 + number}"
    patent = Patent(
        number=_number(filed_on, kind, number),
        kind=kind,
        title=_title(chance, kind),
        filed_on=filed_on,
        granted_on=granted_on if is_granted else None,
        publication_number=f"CN{serial}{'B' if kind is PatentKind.INVENTION else 'U'}"
        if is_granted
        else None,
        main_class=chance.choice(_CLASSES),
        status=status,
        fees_paid_through=_paid(chance, filed_on) if is_granted else None,
        register=Register(checked_on=DAY) if chance.random() < 0.5 else Register(),
    )
    return Holding(
        patent=patent,
        published_as=f"CN{serial}A" if kind is PatentKind.INVENTION else None,
        published_on=published_on,
        state=state,
        state_words=words,
        applicants=owners,
        owners=tuple(Owner(name=name) for name in owners),
        inventors=tuple(f"发明人{chance.randrange(5000)}" for _ in range(chance.randrange(1, 6))),
        classes=(patent.main_class or "", chance.choice(_CLASSES)),
        agency=f"示例知识产权代理事务所{chance.randrange(30)}",
        reference=f"ZL-{filed_on.year}-{number:07d}",
        department=chance.choice(_DEPARTMENTS),
        tags=tuple(chance.sample(_TAGS, chance.choice((0, 0, 1, 2)))),
        events=_events(published_on, granted_on if is_granted else None),
        origins=(_ORIGIN,),
    )


def _number(filed_on: date, kind: PatentKind, number: int) -> str:
    """Number within the year: 21 years hold 200 million of a kind before two would be alike."""
    body = f"{filed_on.year}{_KINDS[kind]}{number % 10_000_000:07d}"
    return body + patent_number.calc_check_digit(body)


def _title(chance: Random, kind: PatentKind) -> str:
    if kind is PatentKind.DESIGN:
        return f"{chance.choice(_DESIGNS)}（{chance.choice(_SUBJECTS)}）"
    feature = chance.choice(_FEATURES) if chance.random() < 0.7 else ""
    return f"一种{feature}{chance.choice(_SUBJECTS)}{chance.choice(_THINGS)}"


def _paid(chance: Random, filed_on: date) -> int | None:
    if chance.random() < 0.3:
        return None
    return max(1, (DAY - filed_on).days // 365 + chance.choice((0, 1, 1, 1, 1)))


def _events(published_on: date, granted_on: date | None) -> tuple[LegalEvent, ...]:
    found = [LegalEvent(on=published_on, code="PB01", name="公布")]
    if granted_on is not None:
        found.append(LegalEvent(on=granted_on, code="GR01", name="授权"))
    return tuple(found)
