"""Qt's own words, in dialogs, calendars and menus, in the language of the screen."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_translators: list[QTranslator] = []
"""The one that is installed, if any; Qt does not keep it alive."""


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
            QCoreApplication.installTranslator(translator)
            _translators.append(translator)
