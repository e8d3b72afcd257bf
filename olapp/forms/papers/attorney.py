"""专利代理委托书: the power of attorney, when an agency acts."""

from olapp.domain.declaration import Declaration
from olapp.forms.paper import Box, Paper, Prose, Row
from olapp.forms.papers.setting import PaperSetting
from olapp.forms.papers.signing import agency_area, patentee_areas
from olapp.forms.papers.subject import patent_rows, running
from olapp.forms.papers.writing import row, rows, rows_given, written

_APPOINTMENT = (
    "委托人为上述专利的全体专利权人，现委托上述专利代理机构，由其指派上述专利代理师，"
    "在下列委托权限内办理该专利的开放许可事务。"
)


def attorney(document: Declaration, _: PaperSetting) -> Paper | None:
    """Write the power of attorney; None when no agency acts."""
    if not document.has_agency:
        return None
    return Paper(
        "attorney",
        "专利代理委托书",
        (
            Box("", "专利", patent_rows(document)),
            Box("", "受托人", (*rows(document, "agency.name", "agency.code"), *_named(document))),
            Prose(_APPOINTMENT),
            row(document, "agency.scope"),
            *patentee_areas(document),
            agency_area(document),
        ),
        running=running(document),
        notes=(
            "正式提交时应当使用国家知识产权局制定的专利代理委托书，各项内容与本底稿一致。",
            "已向国家知识产权局交存总委托书的，可以写明总委托书编号，以代替本委托书。",
        ),
    )


def _named(document: Declaration) -> tuple[Row, ...]:
    attorneys = document.agency.attorneys
    named = tuple(
        Row(f"专利代理师{index + 1}", written(each.name), f"agency.attorneys.{index}.name")
        for index, each in enumerate(attorneys)
    )
    general = rows_given(document, "agency.general_power_number")
    return (*(named or (Row("专利代理师", "", "agency.attorneys"),)), *general)
