import sys

import pytest
from PySide6.QtCore import QObject

from olapp.ui.immortal import make_immortal


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="this Python does it by itself")
def test_nothing_can_be_returned_without_end() -> None:
    make_immortal()
    thing = QObject()
    for _ in range(100_000):
        thing.setObjectName("x")
        thing.isWidgetType()
    assert sys.getrefcount(None) > 1 << 50
    assert sys.getrefcount(True) > 1 << 50
