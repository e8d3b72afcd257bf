"""Box 1, first half: the patent as the register names it."""

from olapp.domain.sentence import N_
from olapp.forms.spec import Field, Label

PATENT = (
    Field(
        path="patent.number",
        label=Label("专利号", "Patent number"),
        help=N_(
            "The number on the certificate, ZL and the last digit after the dot included. One "
            "wrong digit names another patent; each declaration takes exactly one number."
        ),
    ),
    Field(
        path="patent.kind",
        label=Label("专利类型", "Kind of patent"),
        help=N_(
            "Invention, utility model or design. It decides how long the patent lasts and whether "
            "an evaluation report must be filed; it must fit the number."
        ),
    ),
    Field(
        path="patent.title",
        label=Label("发明创造名称", "Title"),
        help=N_(
            "The title, word for word as in the register. A title that differs from it can bring "
            "the declaration back for correction."
        ),
        multiline=True,
    ),
    Field(
        path="patent.filed_on",
        label=Label("申请日", "Filing date"),
        help=N_(
            "The day of filing; for a patent that came through PCT, the international filing date. "
            "The term of the patent and the due days of its annual fees are counted from it."
        ),
    ),
    Field(
        path="patent.granted_on",
        label=Label("授权公告日", "Grant announcement date"),
        help=N_("The day the grant was announced. Before that day no declaration can be made."),
    ),
    Field(
        path="patent.publication_number",
        label=Label("授权公告号", "Grant publication number"),
        help=N_(
            "The CN number on the granted text. It helps to see that number, kind and dates belong "
            "to the same patent."
        ),
    ),
    Field(
        path="patent.main_class",
        label=Label("主分类号", "Main class"),
        help=N_(
            "The first class printed on the patent: IPC, or Locarno for a design. It is announced "
            "with the declaration, and takers search by it."
        ),
    ),
    Field(
        path="patent.is_divisional",
        label=Label("是否分案申请", "Divisional application"),
        help=N_(
            "Whether the patent was split off an earlier application. A divisional keeps the "
            "earlier filing date, so the year in its number may be later than that date."
        ),
    ),
)
