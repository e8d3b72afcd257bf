"""What a person can do, listed once: words, keys, menus and pictures."""

from dataclasses import dataclass

from olapp.domain.sentence import N_
from olapp.ui.navigation import PAGES

MENUS = {
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "view": N_("&View"),
    "go": N_("&Go"),
    "language": N_("&Language"),
    "help": N_("&Help"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """One command; an empty ``menu`` leaves it to a page's own buttons and keys."""

    key: str
    text: str
    keys: str = ""
    menu: str = ""
    icon: str = ""
    starts_part: bool = False
    """Whether a line stands above it in the menu."""


COMMANDS = (
    Command("new", N_("&New declaration"), "Ctrl+N", "file", "plus"),
    Command("add_patent", N_("Add a &patent"), "Ctrl+Shift+N", "file", "plus"),
    Command("import", N_("&Import a file..."), "Ctrl+I", "file", "import"),
    Command("open", N_("&Open"), "Ctrl+O", "file", "paper"),
    Command("back", N_("&Back to the list"), "Alt+Left", "file", "back"),
    Command("save", N_("&Save now"), "Ctrl+S", "file", "", starts_part=True),
    Command("save_file", N_("Save as a &file..."), "Ctrl+Shift+S", "file"),
    Command("print", N_("&Print..."), "Ctrl+P", "file", "printer"),
    Command("export", N_("&Export the pack..."), "Ctrl+E", "file", "export"),
    Command("save_table", N_("Save as a &table..."), "Ctrl+Shift+E", "file", "export"),
    Command("quit", N_("&Quit"), "Ctrl+Q", "file", "", starts_part=True),
    Command("undo", N_("&Undo"), "Ctrl+Z", "edit", "undo"),
    Command("redo", N_("&Redo"), "Ctrl+Shift+Z", "edit", "redo"),
    Command(
        "duplicate", N_("&Duplicate as a template"), "Ctrl+D", "edit", "copy", starts_part=True
    ),
    Command("bin", N_("Move to the &bin"), "Ctrl+Delete", "edit", "bin"),
    Command("remove", N_("&Take out of the portfolio"), "", "edit", "bin"),
    Command("bring_back", N_("Bring back from the b&in"), "", "edit", "undo"),
    Command(
        "pick_patent",
        N_("Pick a known &patent..."),
        "Ctrl+Shift+T",
        "edit",
        "paper",
        starts_part=True,
    ),
    Command("pick_party", N_("Pick a known p&atentee..."), "Ctrl+Shift+A", "edit", "people"),
    Command("tag", N_("Ta&gs..."), "Ctrl+G", "edit", "tag", starts_part=True),
    Command("assign", N_("D&epartment..."), "Ctrl+Shift+G", "edit", "people"),
    Command("state_facts", N_("State &facts..."), "Ctrl+Shift+F", "edit", "checklist"),
    Command("copy_table", N_("&Copy as a table"), "Ctrl+Shift+C", "edit", "copy"),
    Command("declare", N_("Draft a &declaration..."), "Ctrl+Shift+D", "edit", "paper"),
    Command("history", N_("&Earlier versions..."), "Ctrl+H", "edit", "", starts_part=True),
    Command("find", N_("&Find"), "Ctrl+F", "view", "search"),
    Command("check", N_("&Check now"), "F5", "view", "checklist"),
    Command("preview", N_("Pre&view"), "Ctrl+Shift+V", "view", "preview"),
    Command("filter", N_("Fi&lter row"), "Ctrl+L", "view", "filter"),
    Command("next_finding", N_("&Next finding"), "F8", "view", "", starts_part=True),
    Command("previous_finding", N_("Pr&evious finding"), "Shift+F8", "view"),
    Command("next_pane", N_("Next p&ane"), "F6", "view"),
    *(
        Command(f"go_{kind.name}", kind.label, f"Ctrl+{number}", "go", kind.icon)
        for number, kind in enumerate((kind for kind in PAGES if kind.is_on_rail), start=1)
    ),
    Command("about", N_("&About olapp"), "", "help"),
    Command("shortcuts", N_("&Keys"), "F1", "help"),
)

THEMES = {
    "system": N_("As the &system"),
    "light": N_("&Light"),
    "dark": N_("&Dark"),
}
