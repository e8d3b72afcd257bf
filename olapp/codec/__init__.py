"""Documents to plain JSON and back, exactly, with a published schema and faults by path."""

from olapp.codec.json import DocumentFault, UnreadableDocument, decode, encode
from olapp.codec.packing import pack, unpack
from olapp.codec.schema import schema

__all__ = ["DocumentFault", "UnreadableDocument", "decode", "encode", "pack", "schema", "unpack"]
