"""Fonts without those of the machine, sample papers, and an independent reader of PDFs."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from olapp.forms.paper import Paper
from olapp.pdf.fonts import Fonts
from olapp.pdf.pack import Attachment, RenderedPack, render

HERE = Path(__file__).parent
MOMENT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
BODY = '{"专利": "ZL202010123456.2", "name": "张𬭎"}'.encode()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-golden", action="store_true", help="keep what is printed now as the right pages"
    )


def _module(name: str) -> ModuleType:
    """Load a file beside this one; the tests are folders, not packages."""
    spec = spec_from_file_location(f"pdf_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[spec.name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def reading() -> ModuleType:
    """An independent reader of PDFs."""
    return _module("reading")


@pytest.fixture(scope="session")
def samples() -> ModuleType:
    """Papers that show every part."""
    return _module("samples")


@pytest.fixture(scope="session")
def tiny_font() -> Callable[..., bytes]:
    """A builder of small fonts."""
    build: Callable[..., bytes] = _module("tiny_font").tiny_font
    return build


@pytest.fixture(scope="session")
def folder(root: Path) -> Path:
    """The bundled fonts."""
    return root / "resources" / "fonts"


@pytest.fixture(scope="session")
def fonts(folder: Path) -> Fonts:
    """The bundled fonts alone, whatever is installed here."""
    return Fonts.load(folder, installed=())


@pytest.fixture(scope="session")
def rare_fonts(
    folder: Path, tiny_font: Callable[..., bytes], tmp_path_factory: pytest.TempPathFactory
) -> Fonts:
    """The bundled fonts and one named by the person, which has 𠮷."""
    path = tmp_path_factory.mktemp("fonts") / "rare.ttf"
    path.write_bytes(tiny_font("𠮷野"))
    return Fonts.load(folder, (path,), installed=())


@pytest.fixture(scope="session")
def attachment() -> Attachment:
    """Data to be carried in a PDF."""
    return Attachment("declaration.json", "application/json", BODY, "声明数据")


Print = Callable[..., RenderedPack]


@pytest.fixture(scope="session")
def print_papers(fonts: Fonts) -> Print:
    """Prints papers with the bundled fonts."""

    def printed(
        *papers: Paper, attachment: Attachment | None = None, fonts: Fonts = fonts
    ) -> RenderedPack:
        return render(papers, fonts, title="测试文件包", moment=MOMENT, attachment=attachment)

    return printed


@pytest.fixture(scope="session")
def pack(print_papers: Print, samples: ModuleType, attachment: Attachment) -> RenderedPack:
    """A pack of two papers with data inside."""
    return print_papers(samples.form(), samples.long(), attachment=attachment)
