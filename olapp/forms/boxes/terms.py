"""Box 8: territory and other terms."""

from olapp.domain.sentence import N_
from olapp.forms.spec import Field, Label, Section

CHINA = "中国境内"
"""The only territory of an open licence (Guidelines Part V Ch. 11, 1)."""

_OTHER = Label("其他约定事项", "Other terms")

SECTION = Section(
    key="other-terms",
    number="8",
    label=_OTHER,
    items=(
        Field(
            path="territory",
            label=Label("许可实施地域", "Territory"),
            help=N_(
                "Where licensees may work the patent: by law the whole of China. Leave it empty to "
                "have just that printed."
            ),
            suggestions=(CHINA,),
        ),
        Field(
            path="other_terms",
            label=_OTHER,
            help=N_(
                "Anything a licensee must know beyond fee and period, such as papers or help that "
                "you give. Do not limit who may take the licence, and do not advertise."
            ),
            multiline=True,
            suggestions=(
                "专利权人不承担提供技术资料、技术指导和技术服务的义务。",
                "被许可方不得向第三方分许可。",
                (
                    "实施开放许可发生争议的，由当事人协商解决；不愿协商或者协商不成的，"
                    "可以请求国家知识产权局进行调解，也可以向人民法院起诉。"
                ),
            ),
        ),
    ),
)
