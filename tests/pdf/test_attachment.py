import hashlib
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from olapp.domain.trouble import Trouble
from olapp.pdf import attachment as module
from olapp.pdf.archive import Source
from olapp.pdf.attachment import Attachment, read_attachment
from olapp.pdf.pack import RenderedPack

NAME = "declaration.json"


def changed(pdf: bytes, change: Callable[[Any], None], **how: Any) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as document:
        change(document)
        body = BytesIO()
        document.save(body, **how)
    return body.getvalue()


def test_what_was_put_in_comes_out(pack: RenderedPack, attachment: Attachment) -> None:
    assert read_attachment(pack.combined.body, NAME) == attachment.body
    assert read_attachment(pack.files[0].body, NAME) == attachment.body


def test_a_copy_saved_by_another_program_still_gives_it(
    pack: RenderedPack, attachment: Attachment
) -> None:
    again = changed(pack.combined.body, lambda _: None, linearize=True, recompress_flate=True)
    assert read_attachment(again, NAME) == attachment.body


@given(body=st.binary(max_size=2000))
def test_any_bytes_come_out_as_they_went_in(body: bytes) -> None:
    plain = BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page()
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary())
        page.Contents = document.make_stream(b"")
        document.save(plain)
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    held = Attachment("a.bin", "application/octet-stream", body, "x")
    assert read_attachment(Source(plain.getvalue()).take(0, 1, "t", moment, held), "a.bin") == body


def refused(pdf: bytes, name: str = NAME) -> str:
    with pytest.raises(Trouble) as caught:
        read_attachment(pdf, name)
    assert caught.value.where == name
    assert caught.value.remedy.text
    return str(caught.value.what)


def test_a_pdf_of_somebody_else_is_told_apart(pack: RenderedPack) -> None:
    assert "no data" in refused(pack.files[1].body)
    assert "no data" in refused(pack.combined.body, "other.json")


@pytest.mark.parametrize(
    "body", [b"", b"%PDF-1.7", b"\x00" * 500, b"{}", b"%PDF-1.7\n" + b"[" * 100_000]
)
def test_what_is_no_pdf_is_damaged(body: bytes) -> None:
    assert "damaged" in refused(body)


def test_a_cut_off_file_is_damaged(pack: RenderedPack) -> None:
    assert "damaged" in refused(pack.combined.body[:-2000])


@given(data=st.data())
def test_a_flipped_byte_gives_the_right_data_or_a_trouble(
    data: st.DataObject, pack: RenderedPack, attachment: Attachment
) -> None:
    body = bytearray(pack.files[0].body)
    body[data.draw(st.integers(0, len(body) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        found = read_attachment(bytes(body), NAME)
    except Trouble:
        return
    assert found == attachment.body


@pytest.mark.parametrize("owner", ["", "secret"])
def test_an_encrypted_pdf_is_refused(pack: RenderedPack, owner: str) -> None:
    lock = pikepdf.Encryption(user=owner, owner="secret")
    assert "encrypted" in refused(changed(pack.combined.body, lambda _: None, encryption=lock))


def test_changed_data_is_refused(pack: RenderedPack) -> None:
    def forge(document: Any) -> None:
        document.Root.AF[0].EF.F.write(b"{}")

    assert "damaged" in refused(changed(pack.combined.body, forge))


def test_a_bomb_is_not_unpacked(pack: RenderedPack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 1_000_000)

    def load(document: Any) -> None:
        zeros = bytes(50_000_000)
        stream = document.Root.AF[0].EF.F
        stream.write(zlib.compress(zeros, 9), filter=pikepdf.Name.FlateDecode)
        stream.Params.CheckSum = pikepdf.String(hashlib.md5(zeros, usedforsecurity=False).digest())

    bomb = changed(pack.combined.body, load)
    assert len(bomb) < 1_000_000
    assert "damaged" in refused(bomb)


@pytest.mark.parametrize(
    "filters",
    [
        [pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode],
        [pikepdf.Name.LZWDecode],
        [pikepdf.Name.RunLengthDecode],
    ],
)
def test_filters_that_we_never_write_are_refused(
    pack: RenderedPack, filters: list[pikepdf.Name]
) -> None:
    def wrap(document: Any) -> None:
        document.Root.AF[0].EF.F.Filter = pikepdf.Array(filters)

    assert "damaged" in refused(changed(pack.combined.body, wrap, compress_streams=False))


@pytest.mark.parametrize(
    "value", [1, "x", [], [1], [{}], [{"/UF": NAME}], [{"/UF": NAME, "/EF": 5}]]
)
def test_structures_of_another_shape_are_refused(pack: RenderedPack, value: Any) -> None:
    def twist(document: Any) -> None:
        document.Root.AF = _pdf(value)

    assert refused(changed(pack.combined.body, twist))


def _pdf(value: Any) -> Any:
    if isinstance(value, list):
        return pikepdf.Array([_pdf(each) for each in value])
    if isinstance(value, dict):
        return pikepdf.Dictionary({key: _pdf(each) for key, each in value.items()})
    return value
