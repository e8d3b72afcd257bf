"""The JSON Schema of a document: strict, so that a misspelt key is a fault and not silence."""

from collections.abc import Hashable
from functools import cache
from typing import Any

import msgspec

from olapp.codec.kinds import describe

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def schema(document: Hashable) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a document class. Do not change what you get."""
    whole = msgspec.json.schema(document, schema_hook=describe)
    for part in whole["$defs"].values():
        if part.get("type") == "object":
            part["additionalProperties"] = False
    return {"$schema": DIALECT, **whole}
