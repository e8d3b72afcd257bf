"""Printing on paper: pages are drawn off the screen's thread, then handed to the printer."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, QSize
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import Trouble
from olapp.ui import tasks

_DPI = 300
_POINTS = 72


class PaperJob(QObject):
    """Prints a PDF; ``done`` is called when the printer has all of it."""

    def __init__(
        self,
        pdf: bytes,
        printer: QPrinter,
        done: Callable[[], None],
        failed: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pdf, self._printer, self._done, self._failed = pdf, printer, done, failed
        self._pages = pages_asked(printer, page_count(pdf))
        self._painter = QPainter()
        self._is_first = True

    def start(self) -> None:
        """Begin; the pages are as the PDF has them, margins and all."""
        self._printer.setFullPage(True)
        self._printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        if self._painter.begin(self._printer):
            self._next()
        else:
            self._fail(self._refusal())

    def _next(self) -> None:
        page = next(self._pages, None)
        if page is None:
            self._painter.end()
            self._done()
            self.deleteLater()
            return
        tasks.run(lambda _: page_image(self._pdf, page), self._put, self._fail, owner=self)

    def _put(self, image: QImage) -> None:
        if not self._is_first and not self._printer.newPage():
            self._fail(self._refusal())
            return
        self._is_first = False
        whole = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        self._painter.drawImage(QRectF(whole), image)
        self._next()

    def _refusal(self) -> Trouble:
        return Trouble(
            Sentence(N_("The printer does not take the pages.")),
            self._printer.printerName() or self._printer.outputFileName(),
            Sentence(N_("Check that it is connected and switched on, or choose another printer.")),
        )

    def _fail(self, error: Exception) -> None:
        if self._painter.isActive():
            self._painter.end()
            self._printer.abort()
        self.deleteLater()
        self._failed(error)


def page_count(pdf: bytes) -> int:
    """Count the pages of a PDF."""
    with _opened(pdf) as document:
        return document.pageCount()


def pages_asked(printer: QPrinter, count: int) -> Iterator[int]:
    """Give the pages, counted from 0, that the person asked the printer for."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return iter(range(first - 1, min(last, count)))


def page_image(pdf: bytes, page: int) -> QImage:
    """Draw a page at 300 dots to the inch; may run on any thread."""
    with _opened(pdf) as document:
        points = document.pagePointSize(page)
        scale = _DPI / _POINTS
        return document.render(
            page, QSize(round(points.width() * scale), round(points.height() * scale))
        )


class _opened:  # noqa: N801 - reads as a verb
    """A PDF in memory, open for a moment."""

    def __init__(self, pdf: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(pdf))
        self._document = QPdfDocument()

    def __enter__(self) -> QPdfDocument:
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        return self._document

    def __exit__(self, *_: object) -> None:
        self._document.close()
        self._buffer.close()
