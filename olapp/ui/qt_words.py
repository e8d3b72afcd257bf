"""Qt's own words, in dialogs, calendars and menus, in the language of the screen."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_MISSING = {"&Look in:": "查找范围(&L)：", "Files of &type:": "文件类型(&T)："}
"""Words of Qt's own file dialog that its Chinese lacks."""
_translators: list[QTranslator] = []
"""Those that are installed, if any; Qt does not keep them alive."""


class _Rest(QTranslator):
    """Says what Qt's own Chinese leaves in English."""

    def translate(
        self,
        _context: bytes | str,
        text: bytes | str,
        _note: bytes | str | None = None,
        _count: int = -1,
    ) -> str:
        """Give the Chinese of a text, else the text: it is asked last."""
        plain = text.decode() if isinstance(text, bytes) else text
        return _MISSING.get(plain, plain)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Say that there is something in it, or Qt would not ask."""
        return False


def speak_qt(code: str) -> None:
    """Let Qt speak the language."""
    for old in _translators:
        QCoreApplication.removeTranslator(old)
    _translators.clear()
    chinese = code == "zh"
    QLocale.setDefault(QLocale("zh_CN" if chinese else "en_GB"))
    if chinese:
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load("qtbase_zh_CN", folder):
            _translators.extend((_Rest(), translator))  # the later one is asked first
    for each in _translators:
        QCoreApplication.installTranslator(each)
