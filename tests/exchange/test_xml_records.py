from datetime import date

from olapp.domain.holding import EncumbranceKind
from olapp.domain.patent import LicenceKind
from olapp.domain.record import Record
from olapp.exchange.book import Book
from olapp.exchange.recognition import recognise
from olapp.exchange.records import records


def read(text: str) -> list[Record]:
    book = Book(kind="xml", body=text.encode())
    return list(records(book, recognise(book)))


def key_of(text: str) -> str:
    return recognise(Book(kind="xml", body=text.encode())).key


OLDER = """<?xml version="1.0"?>
<?xml-stylesheet type="text/xsl" href="/showxml/xsl/a.xsl"?>
<cn-patent-document><cn-bibliographic-data>
<cn-publication-reference><document-id><country>CN</country><doc-number>106971340</doc-number>
<kind>B</kind><date>20190721</date></document-id></cn-publication-reference>
<application-reference appl-type="发明专利"><document-id><country>CN</country>
<doc-number>201710027705.6</doc-number><date>20170116</date></document-id></application-reference>
<invention-title>一种 &lt;测试&gt; 方法</invention-title>
<cn-parties><cn-applicants><cn-applicant><addressbook><name>甲大学</name>
<address><text>测试路1号</text></address></addressbook></cn-applicant></cn-applicants>
<cn-inventors><cn-inventor><name>张三</name></cn-inventor></cn-inventors></cn-parties>
</cn-bibliographic-data></cn-patent-document>"""

EVENTS = """<business:PRS xmlns:business="http://www.sipo.gov.cn/XMLSchema/business"
 xmlns:base="http://www.sipo.gov.cn/XMLSchema/base">
<business:PRSRecord PRSID="1" status="C">
<business:ApplicationReference applType="10" dataFormat="standard"><base:DocumentID>
<base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>102017000027705</base:DocNumber>
</base:DocumentID></business:ApplicationReference>
<business:ApplicationReference applType="10" dataFormat="original"><base:DocumentID>
<base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>201710027705.6</base:DocNumber>
<base:Date>20170116</base:Date></base:DocumentID></business:ApplicationReference>
<business:PRSPublicationDate><base:Date>20210226</base:Date></business:PRSPublicationDate>
<business:PRSCode>EE01</business:PRSCode>
<business:PRSValue>专利实施许可合同备案的生效</business:PRSValue>
<business:PRSInformation>合同备案号:X2021980001234
让与人:甲大学
受让人:乙公司
许可种类:排他许可
备案日期:20210204</business:PRSInformation>
</business:PRSRecord>
<business:PRSRecord PRSID="2" status="C">
<business:ApplicationReference dataFormat="original"><base:DocumentID>
<base:DocNumber>201710027718.3</base:DocNumber></base:DocumentID></business:ApplicationReference>
<business:PRSPublicationDate><base:Date>20220301</base:Date></business:PRSPublicationDate>
<business:PRSCode>PP01</business:PRSCode><business:PRSValue>专利权的保全</business:PRSValue>
</business:PRSRecord></business:PRS>"""

LEGAL = """<ops:world-patent-data xmlns="http://www.epo.org/exchange" xmlns:ops="http://ops.epo.org">
<ops:patent-family><ops:family-member family-id="1">
<publication-reference><document-id document-id-type="docdb"><country>CN</country>
<doc-number>106971340</doc-number><kind>B</kind><date>20190721</date></document-id>
</publication-reference>
<application-reference><document-id document-id-type="docdb"><country>CN</country>
<doc-number>201710027705</doc-number><kind>A</kind><date>20170116</date></document-id>
</application-reference>
<ops:legal code="OL01" desc="INTENTION TO LICENSE DECLARED" infl=" ">
<ops:L007EP desc="Gazette DATE">2024-05-07</ops:L007EP>
<ops:L008EP desc="Legal Event Code 1">OL01</ops:L008EP></ops:legal>
<ops:legal code="PE01" desc="ENTRY INTO FORCE OF THE REGISTRATION OF THE CONTRACT FOR PLEDGE">
<ops:L007EP desc="Gazette DATE">2023-02-03</ops:L007EP>
<ops:L008EP desc="Legal Event Code 1">PE01</ops:L008EP>
<ops:L500EP><ops:L510EP desc="Free Format Text">PLEDGEE: CI BANK;REGISTRATION NUMBER: Y1
</ops:L510EP></ops:L500EP></ops:legal>
</ops:family-member></ops:patent-family></ops:world-patent-data>"""


def test_an_older_document_of_the_office_is_read_past_its_style_sheet() -> None:
    [record] = read(OLDER)
    assert key_of(OLDER) == "cnipa-xml"
    patent = record.holding.patent
    assert (patent.number, patent.publication_number) == ("2017100277056", "CN106971340B")
    assert (patent.filed_on, patent.granted_on) == (date(2017, 1, 16), date(2019, 7, 21))
    assert patent.title == "一种 <测试> 方法"
    assert record.holding.applicants == ("甲大学",)
    assert record.holding.inventors == ("张三",)


def test_each_event_of_the_office_is_a_record_of_its_patent() -> None:
    assert key_of(EVENTS) == "cnipa-events"
    first, second = (each.holding for each in read(EVENTS))
    assert first.patent.number == "2017100277056"
    [licence] = first.licences
    assert (licence.kind, licence.licensee) == (LicenceKind.SOLE, "乙公司")
    assert licence.recorded_on == date(2021, 2, 4)
    [lying] = second.encumbrances
    assert (lying.kind, lying.since) == (EncumbranceKind.PRESERVATION, date(2022, 3, 1))
    assert second.patent.is_suspended is True
    assert second.state is None


def test_events_of_the_european_office_tell_offer_and_pledge() -> None:
    assert key_of(LEGAL) == "epo-ops"
    [record] = read(LEGAL)
    assert record.holding.patent.number == "2017100277056"
    assert record.holding.offer is not None
    assert record.holding.offer.announced_on == date(2024, 5, 7)
    assert record.holding.patent.has_live_declaration is True
    assert record.holding.patent.pledgee == "CI BANK"
    assert record.doubts == ()


def test_a_file_that_breaks_off_gives_what_came_before_and_the_reason() -> None:
    whole = EVENTS.index("</business:PRSRecord>") + len("</business:PRSRecord>")
    first, second = read(EVENTS[: whole + 40])
    assert first.refusal is None
    assert "breaks" in str(second.refusal)


def test_entities_are_not_followed() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY x "xxxxxxxx"><!ENTITY y "&x;&x;&x;">]>'
    [record] = read(bomb + OLDER.partition("?>\n")[2].partition("?>\n")[2].replace("方法", "&y;"))
    assert record.refusal is not None


def test_xml_of_something_else_is_refused_with_a_reason() -> None:
    [record] = read("<html><body>CN106971340A</body></html>")
    assert "No document of a patent office" in str(record.refusal)
    assert key_of("<html/>") == "unknown"
    assert key_of("no xml at all") == "unknown"
