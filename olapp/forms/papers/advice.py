"""What the guide says of the way to the office: channel, signers, uploads, open questions."""

from collections.abc import Iterator
from datetime import date

from olapp.domain.declaration import Channel, Declaration
from olapp.domain.patent import ReportConclusion
from olapp.forms import circumstances as when
from olapp.forms.paper import Row
from olapp.forms.papers.enclosures import entries
from olapp.forms.papers.writing import brief, written

SYSTEM = "https://cponline.cnipa.gov.cn"
"""The office's filing system (Guidelines Part V Ch. 1, 9)."""
NAME_LENGTH = 40
"""A longer name is shortened here; the declaration has it whole."""
_ONLINE = (
    f"在专利业务办理系统（{SYSTEM}）以实名注册用户和数字证书登录，在线填写声明并上传签章文件的"
    "扫描件；所填内容应当与扫描件一致。"
)
_ON_PAPER = (
    f"原则上应当通过专利业务办理系统（{SYSTEM}）办理；确有困难的，可以向国家知识产权局指定的地点"
    "面交或者邮寄。邮寄使用挂号信函，一信一案，各文件写明专利号、发明创造名称和专利权人。"
)
_FORM_OF_2021 = "声明的栏目依2021年发布的表格整理，表格代码和第4栏至第10栏的文字以现行表格为准。"


def filer(document: Declaration) -> Row:
    """Name who files: the agency, the representative of several patentees, or the patentee."""
    if document.has_agency:
        return Row(
            "提交人（专利代理机构）",
            brief(written(document.agency.name), NAME_LENGTH),
            "agency.name",
        )
    role = "代表人" if when.has_several_patentees(document) else "专利权人"
    lead = document.lead
    if lead is None:
        return Row(f"提交人（{role}）", "", "patentees")
    place = f"patentees.{document.patentees.index(lead)}.name"
    return Row(f"提交人（{role}）", brief(written(lead.name), NAME_LENGTH), place)


def channel(document: Declaration) -> str:
    """Say how to file; online unless paper is chosen."""
    return _ON_PAPER if document.filing.channel is Channel.PAPER else _ONLINE


def signing(document: Declaration) -> str:
    """Say who signs or seals which paper."""
    return "；".join(_signing(document)) + "。"


def _signing(document: Declaration) -> Iterator[str]:
    several, agency = when.has_several_patentees(document), document.has_agency
    filing_party = "代表人签字或者盖章" if several else "专利权人签字或者盖章"
    yield f"声明和简要说明：{'专利代理机构盖章' if agency else filing_party}"
    yield f"同意声明：{'全体专利权人分别' if several else '专利权人'}签字或者盖章"
    if agency:
        yield "委托书：全体专利权人签字或者盖章，专利代理机构盖章"
    if when.is_pledged(document):
        yield "质权人同意书：质权人签字或者盖章"


def uploads(document: Declaration, today: date) -> str:
    """List what to upload, each kind once, and say how much of it is not ready."""
    listed = entries(document, today)
    names = list(dict.fromkeys(entry.kind for entry in listed if entry.kind))
    besides = sum(not entry.kind for entry in listed)
    names += [f"另附材料{besides}件"] if besides else []
    missing = sum(not entry.is_ready or entry.is_wrong for entry in listed)
    state = f"中有{missing}件待补或者不符，见附件清单。" if missing else "均已备齐。"
    return "、".join(["专利开放许可声明", *names]) + f"。附件{state}"


def unconfirmed(document: Declaration) -> str:
    """Say what in this pack rests on no text of the office that we could read."""
    questions = "；".join(_open_questions(document))
    return _FORM_OF_2021 + (
        f"下列事项未见明文规定，提交前请向国家知识产权局咨询：{questions}。" if questions else ""
    )


def _open_questions(document: Declaration) -> Iterator[str]:
    if when.is_free(document.fee):
        yield "许可使用费为0元的声明能否准予公告"
    if document.period.is_relative:
        yield "许可期限能否以年数表述"
    if when.costs_money(document) and document.fee.payee:
        yield "收款账户能否写入声明"
    if document.patent.report.conclusion is ReportConclusion.PARTLY:
        yield "评价报告部分结论不利的专利能否实行开放许可"
