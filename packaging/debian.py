"""Wraps dist/olapp, as PyInstaller left it, into dist/olapp_VERSION_ARCH.deb."""

import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUNDLE = ROOT / "dist" / "olapp"
# What PyInstaller leaves to the system; the names are the same in Debian and Ubuntu.
DEPENDS = (
    "libegl1, libgl1, libxkbcommon0, libfontconfig1, libdbus-1-3, libglib2.0-0 | libglib2.0-0t64, "
    "libxcb-cursor0, libxkbcommon-x11-0, libxcb-icccm4, libxcb-keysyms1, libxcb-shape0"
)
CONTROL = """\
Package: olapp
Version: {version}
Architecture: {architecture}
Maintainer: the olapp project <olapp@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Section: misc
Priority: optional
Description: workbench for Chinese patent open licensing
 Drafts, checks and prints open-licence declarations and their enclosures.
"""


def version() -> str:
    """The version of the package, read without importing it."""
    found = re.search(r'__version__ = "(.+)"', (ROOT / "olapp" / "__init__.py").read_text())
    assert found, "olapp/__init__.py names no version"  # noqa: S101 - a broken working copy
    return found[1]


def lay_out(tree: Path) -> None:
    """The files where Debian wants them."""
    shutil.copytree(BUNDLE, tree / "usr/lib/olapp", symlinks=True)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/olapp").symlink_to("../lib/olapp/olapp")
    for source, target in (
        (ROOT / "packaging" / "olapp.desktop", "usr/share/applications/olapp.desktop"),
        (ROOT / "resources/icons/olapp.svg", "usr/share/icons/hicolor/scalable/apps/olapp.svg"),
        (ROOT / "LICENSE", "usr/share/doc/olapp/copyright"),
    ):
        (tree / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, tree / target)


def build() -> Path:
    """Make the package and return its path."""
    if not BUNDLE.is_dir():
        raise SystemExit("dist/olapp is missing: build it with PyInstaller first")
    tree = ROOT / "build" / "debian"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(tree)
    architecture = subprocess.check_output(["dpkg", "--print-architecture"], text=True).strip()
    size = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file()) // 1024
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(
        CONTROL.format(
            version=version(), architecture=architecture, kilobytes=size, depends=DEPENDS
        )
    )
    target = ROOT / "dist" / f"olapp_{version()}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "-Zxz", "--root-owner-group", "-b", str(tree), str(target)], check=True
    )
    return target


if __name__ == "__main__":
    print(build())
