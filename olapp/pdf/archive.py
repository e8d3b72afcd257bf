"""Plain PDF into PDF/A-3b (ISO 19005-3): colour profile, metadata, language, associated file."""

import re
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from olapp.pdf.attachment import Attachment, digest

# pikepdf and Pillow take 0.1 s to import, which only a printer should wait.
# ruff: noqa: PLC0415

PRODUCER = "olapp"
LANGUAGE = "zh-CN"
_LONGEST_TITLE = 500
_FONT_NAMES = re.compile(rb"/(F\d+\+\d+) ")
_PROFILE_DATE = bytes.fromhex("07e0 0001 0001 0000 0000 0000")
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/">
   <pdfaid:part>3</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
   <dc:format>application/pdf</dc:format>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <pdf:Producer>{producer}</pdf:Producer>
   <xmp:CreateDate>{moment}</xmp:CreateDate>
   <xmp:ModifyDate>{moment}</xmp:ModifyDate>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


class Source:
    """The plain PDF of a whole pack, from which archival documents are taken."""

    def __init__(self, plain: bytes) -> None:
        """Open what reportlab wrote."""
        import pikepdf

        self._pdf = pikepdf.open(BytesIO(plain))
        for stream in self._pdf.objects:
            if isinstance(stream, pikepdf.Stream):
                _simplify_filter(stream)
        for page in self._pdf.pages:
            _keep_own_fonts(page)

    def size(self, page: int) -> tuple[float, float]:
        """Give width and height of a page in points."""
        left, lower, right, upper = map(float, self._pdf.pages[page].mediabox)
        return right - left, upper - lower

    def take(
        self, first: int, stop: int, title: str, moment: datetime, attachment: Attachment | None
    ) -> bytes:
        """Give some of the pages as a PDF/A-3b of its own."""
        import pikepdf

        taken = pikepdf.new()
        taken.pages.extend(self._pdf.pages[first:stop])
        _describe(taken, _NOT_IN_XML.sub("\ufffd", title[:_LONGEST_TITLE]), moment)
        if attachment:
            _attach(taken, attachment, moment)
        body = BytesIO()
        taken.save(body, deterministic_id=True, force_version="1.7", fix_metadata_version=False)
        return body.getvalue()


def _simplify_filter(stream: Any) -> None:
    """Write ``[/FlateDecode]`` as ``/FlateDecode``: qpdf compresses the former once more."""
    import pikepdf

    filters = stream.get("/Filter")
    if isinstance(filters, pikepdf.Array) and len(filters) == 1:
        stream.Filter = filters[0]


def _keep_own_fonts(page: Any) -> None:
    """Leave a page the fonts it uses, so that a part of the pack carries no others."""
    import pikepdf

    shared = page.obj.Resources.Font
    used = sorted(set(_FONT_NAMES.findall(page.obj.Contents.read_bytes())))
    names = [f"/{name.decode()}" for name in used]
    fonts = pikepdf.Dictionary({name: shared[name] for name in names if name in shared})
    page.obj.Resources = pikepdf.Dictionary(Font=fonts)
    if "/Trans" in page.obj:
        del page.obj.Trans


def _describe(pdf: Any, title: str, moment: datetime) -> None:
    """Write the metadata twice, as the standard wants it: for new readers and for old ones."""
    import pikepdf

    xmp = _XMP.format(
        language=LANGUAGE, title=escape(title), producer=PRODUCER, moment=_xmp_date(moment)
    )
    metadata = pikepdf.Stream(
        pdf, xmp.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
    )
    root = pdf.Root
    root.Metadata = pdf.make_indirect(metadata)
    root.Lang = LANGUAGE
    root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    root.OutputIntents = pikepdf.Array([_intent(pdf)])
    date = _pdf_date(moment)
    pdf.trailer.Info = pdf.make_indirect(
        pikepdf.Dictionary(Title=title, Producer=PRODUCER, CreationDate=date, ModDate=date)
    )


def _intent(pdf: Any) -> Any:
    """Say what black is: the colours are those of sRGB."""
    import pikepdf

    profile = pikepdf.Stream(pdf, _srgb(), N=3)
    return pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier="sRGB IEC61966-2.1",
        Info="sRGB IEC61966-2.1",
        DestOutputProfile=pdf.make_indirect(profile),
    )


@cache
def _srgb() -> bytes:
    """Make the sRGB profile, with a fixed date for the sake of equal bytes."""
    from PIL import ImageCms

    profile: bytes = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile[:24] + _PROFILE_DATE + profile[36:]


def _attach(pdf: Any, attachment: Attachment, moment: datetime) -> None:
    """Embed a file and say that it is the data the pages were made from."""
    import pikepdf

    date = _pdf_date(moment)
    stream = pikepdf.Stream(
        pdf,
        attachment.body,
        Type=pikepdf.Name.EmbeddedFile,
        Subtype=pikepdf.Name("/" + attachment.media_type),
        Params=pikepdf.Dictionary(
            Size=len(attachment.body),
            CheckSum=pikepdf.String(digest(attachment.body)),
            CreationDate=date,
            ModDate=date,
        ),
    )
    held = pdf.make_indirect(stream)
    file = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Filespec,
            F=attachment.name,
            UF=attachment.name,
            Desc=attachment.description,
            AFRelationship=pikepdf.Name.Data,
            EF=pikepdf.Dictionary(F=held, UF=held),
        )
    )
    pdf.Root.AF = pikepdf.Array([file])
    names = pikepdf.Array([pikepdf.String(attachment.name), file])
    pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=names))


def _xmp_date(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _pdf_date(moment: datetime) -> str:
    """Write a date as PDF does: ``D:20261122093000+08'00'``."""
    zone = moment.strftime("%z")
    return moment.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")
