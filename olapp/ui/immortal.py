"""None, True and False live for ever, on Pythons that would count their references to zero.

Python 3.12 made them immortal (PEP 683). The wheels of PySide6 6.12.0 are built as if every Python
had: each call that returns nothing gives away a reference to ``None`` it never took, and after
about thirty thousand calls Python 3.11 aborts with "deallocating None". Until the wheels are put
right we do by hand what Python 3.12 does by itself.
"""

import ctypes
import sys

_ENDLESS = 1 << (ctypes.sizeof(ctypes.c_ssize_t) * 8 - 4)
"""More references than any program gives away."""
_SINGLETONS = (None, True, False, NotImplemented, Ellipsis)


def make_immortal() -> None:
    """Give the singletons references without end; does nothing where Python does it itself."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for singleton in _SINGLETONS:
        # The count of references is the first field of every object in CPython.
        ctypes.c_ssize_t.from_address(id(singleton)).value = _ENDLESS
