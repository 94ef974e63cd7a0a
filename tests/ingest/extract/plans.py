"""Short invented plans in the forms that offices use, with all that is to be read from them."""

from typing import NamedTuple

from tests.ingest.extract.factory import Who, who


class Example(NamedTuple):
    """A plan's text and its items in order: number or title, roles, date of the deadline."""

    text: str
    items: tuple[tuple[str, Who, str | None], ...]


BRACKETS = Example(
    """青石县2023年改革工作要点
为做好今年的改革工作，制定本要点。
一、指导思想
坚持问题导向。
二、改革任务
（一）农业农村改革
1.宅基地登记。摸清底数，登记造册，登记率达到95%以上。（责任单位：县农业农村局、自然资源局，各乡镇）
2.水价改革。完善《青石县农业水价办法》（青政发〔2020〕7号），6月底前出台细则。（县水利局牵头，县发改局配合）
（二）教育改革
3.教师轮岗。〔牵头单位：县教育局；配合单位：县委编办、县人社局；完成时限：2023年8月〕
4.校舍改造。改造校舍12所。[责任单位:县教育局、各乡镇（街道）]
三、保障措施
（一）加强领导。县委改革办要加强督查。
（二）严格考核。由县委组织部负责考核。
""",
    (
        ("1", who(responsible="县农业农村局 县自然资源局 各乡镇"), None),
        ("2", who(lead="县水利局", participate="县发改局"), "2023-06-30"),
        ("3", who(lead="县教育局", participate="县委编办 县人社局"), "2023-08-31"),
        ("4", who(responsible="县教育局 各乡镇（街道）"), None),
    ),
)

FIELDS = Example(
    """一、营商环境
1.一件事一次办
改革内容：梳理事项清单，再造办事流程。
牵头领导：何小川（副县长）
牵头单位：县政务服务局
责任单位：县公安局、县民政局
完成时限：2023年10月底前
2.信用修复
改革内容：建立信用修复机制。
责任单位：县发改局
完成时限：长期坚持
二、科技创新
3.揭榜挂帅
主办单位：县科技局
协办单位：县工信局、各园区
督办单位：县政府督查室
""",
    (
        ("1", who(lead="何小川 县政务服务局", participate="县公安局 县民政局"), "2023-10-31"),
        ("2", who(responsible="县发改局"), None),
        ("3", who(lead="县科技局", participate="县工信局 各园区 县政府督查室"), None),
    ),
)

SENTENCES = Example(
    """一、深化医疗改革。由县卫健局牵头，县医保局、县财政局配合，年底前建成两个医共体。
二、深化养老改革。县民政局会同县卫健局等部门推进医养结合，新增床位200张。
三、深化供水改革。鼓励企业牵头制定标准，向县水利局备案。
四、深化殡葬改革。各乡镇负责落实。
""",
    (
        ("一", who(lead="县卫健局", participate="县医保局 县财政局"), "2023-12-31"),
        ("二", who(lead="县民政局", participate="县卫健局"), None),
        ("三", who(), None),
        ("四", who(responsible="各乡镇"), None),
    ),
)

FIRST_LISTED = Example(
    """重点任务责任分解
（责任单位列第一位的为牵头单位，下同）
（一）产业改革
1．培育链主企业20家。（县工信局、县科技局、各园区）
2．建设标准厂房。（县住建局、县财政局，三季度完成）
（二）金融改革
3．设立风险补偿资金池。（县财政局、人行青石支行）
""",
    (
        ("1", who(lead="县工信局", participate="县科技局 各园区"), None),
        ("2", who(lead="县住建局", participate="县财政局"), "2023-09-30"),
        ("3", who(lead="县财政局", participate="人行青石支行"), None),
    ),
)

TABLE = Example(
    """二、任务安排
序号	改革领域	改革任务	牵头单位	配合单位	完成时限
1	农业	推行林长制	县林业局	县公安局、各乡镇	6月底前
2		发展订单农业	县农业农村局	/	全面推进
3	城建	改造老旧小区	★县住建局、县城管局	县财政局	2024年2月底
注：各牵头单位要按月报送进展。
""",
    (
        ("1", who(lead="县林业局", participate="县公安局 各乡镇"), "2023-06-30"),
        ("2", who(lead="县农业农村局"), None),
        ("3", who(lead="县住建局", participate="县城管局 县财政局"), "2024-02-29"),
    ),
)

SECTIONS = Example(
    """一、党建改革
责任单位：县委组织部
1.完善考核办法。
2.选派驻村干部。（县农业农村局配合）
二、政法改革（县委政法委牵头，6月底前完成）
3.规范执法监督。
4.整合网格。
以上2项任务由县政府督查室督办。
三、群团改革
5.优化组织设置。（县总工会、团县委、县妇联）
""",
    (
        ("1", who(responsible="县委组织部"), None),
        ("2", who(responsible="县委组织部", participate="县农业农村局"), None),
        ("3", who(lead="县委政法委", participate="县政府督查室"), "2023-06-30"),
        ("4", who(lead="县委政法委", participate="县政府督查室"), "2023-06-30"),
        ("5", who(responsible="县总工会 团县委 县妇联"), None),
    ),
)

TWO_LEVELS = Example(
    """（一）推行河湖长制。健全巡河机制。（县水利局牵头，2023年底前完成）
1．编制河道清单。（各乡镇负责）
2．整治排污口。（县生态环境局负责，9月底前完成）
（二）推行田长制。
1．划定网格。（县自然资源局、县农业农村局按职责分工负责）
2．开展巡查。
（1）每周巡田。（各乡镇负责）
（2）每月通报。（县自然资源局负责）
""",
    (
        ("1", who(lead="县水利局", responsible="各乡镇"), "2023-12-31"),
        ("2", who(lead="县水利局", responsible="县生态环境局"), "2023-09-30"),
        ("1", who(responsible="县自然资源局 县农业农村局"), None),
        ("（1）", who(responsible="各乡镇"), None),
        ("（2）", who(responsible="县自然资源局"), None),
    ),
)

ARTICLES = Example(
    """第一章 总则
第一条 为规范公共数据管理，制定本办法。
第二章 数据归集
第二条 县大数据局牵头编制目录，各部门配合。
第三条 数据共享率达到98%以上。（责任单位：县大数据局、县委网信办）
第三章 附则
第四条 本办法由县大数据局负责解释。
""",
    (
        ("第二条", who(lead="县大数据局", participate="各部门"), None),
        ("第三条", who(responsible="县大数据局 县委网信办"), None),
    ),
)

DUTIES = Example(
    """一、总体要求
规范补助发放。
二、职责分工
县民政局要牵头审核对象，做好公示。县财政局负责资金保障。
各乡镇要做好摸排，积极配合开展审核。
三、工作要求
（一）提高认识。各单位要高度重视。
""",
    (
        ("牵头审核对象", who(lead="县民政局"), None),
        ("负责资金保障", who(responsible="县财政局"), None),
        ("做好摸排", who(responsible="各乡镇", participate="各乡镇"), None),
    ),
)

ONE_LINE = Example(
    "一、农业改革 1.宅基地登记。摸清底数。（责任单位：县农业农村局） "
    "2.林权登记，提高1.15个百分点。（县林业局牵头，各乡镇配合，年底前） "
    "二、工业改革 3.园区改革。剥离社会职能。（责任单位:县工信局、县财政局)",
    (
        ("1", who(responsible="县农业农村局"), None),
        ("2", who(lead="县林业局", participate="各乡镇"), "2023-12-31"),
        ("3", who(responsible="县工信局 县财政局"), None),
    ),
)

EXAMPLES = {
    "brackets": BRACKETS,
    "fields": FIELDS,
    "sentences": SENTENCES,
    "first listed": FIRST_LISTED,
    "table": TABLE,
    "sections": SECTIONS,
    "two levels": TWO_LEVELS,
    "articles": ARTICLES,
    "duties": DUTIES,
    "one line": ONE_LINE,
}
