"""The declaration as a form: its ten boxes, and between them what the checks need."""

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Confidence, Source
from olapp.domain.sentence import N_
from olapp.forms.boxes import (
    agency,
    contact,
    enclosures,
    explanation,
    fee,
    filing,
    patentees,
    period,
    report,
    signatures,
    status,
    terms,
    undertakings,
    working,
)
from olapp.forms.boxes.undertakings import UNDERTAKINGS
from olapp.forms.spec import Form, Label
from olapp.law.acts import guidelines, patent_law, regulations

__all__ = ["DECLARATION", "UNDERTAKINGS"]

DECLARATION = Form(
    key="declaration",
    title=Label("专利开放许可声明", "Open-licence declaration"),
    document=Declaration,
    sections=(
        patentees.SECTION,
        status.SECTION,
        report.SECTION,
        agency.SECTION,
        undertakings.SECTION,
        working.OWN,
        working.OTHERS,
        period.SECTION,
        fee.SECTION,
        explanation.SECTION,
        terms.SECTION,
        contact.SECTION,
        signatures.SECTION,
        enclosures.SECTION,
        filing.SECTION,
    ),
    sources=(
        patent_law("50"),
        regulations("85"),
        guidelines("3.3"),
        Source(
            N_("Form of the declaration as issued on 26 May 2021"),
            confidence=Confidence.ONE_SOURCE,
        ),
    ),
    revision="2021-05-26",
)
"""Boxes 1 to 3 agree with the office's answers of 2024; the words inside 4 to 10 are ours."""
