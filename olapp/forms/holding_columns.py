"""The columns of a list of holdings: what stands at their heads."""

from olapp.domain.sentence import N_

HEADS = {
    "number": N_("Number"),
    "title": N_("Title"),
    "kind": N_("Kind"),
    "state": N_("Legal state"),
    "owners": N_("Patentees"),
    "department": N_("Department"),
    "fee_due_on": N_("Next fee due"),
    "fee_fen": N_("Next fee (yuan)"),
    "verdict": N_("Can be opened"),
    "tags": N_("Tags"),
    "filed_on": N_("Filing date"),
    "granted_on": N_("Granted on"),
    "expires_on": N_("Expires on"),
    "applicants": N_("Applicants"),
    "inventors": N_("Inventors"),
    "reference": N_("Our reference"),
    "main_class": N_("Main class"),
    "published_as": N_("Published as"),
    "publication_number": N_("Grant publication"),
    "country": N_("Country"),
    "fee_year": N_("Fee year"),
    "judged_on": N_("Judged on"),
    "as_of": N_("Facts as of"),
    "changed_at": N_("Last changed"),
}
"""By the name of the fact in a row; English msgids."""
