"""Guards: the promises of the house, read from the project's own files.

Each guard is a function from the text of a file to a list of findings, `path:line: what is wrong`, so that
it can be seen to fail on a few lines written for it.
"""

from __future__ import annotations

import ast
import csv
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parent.parent

LAYERS = (
    "serve",
    "dashboard",
    "pages",
    "ui",
    "exports",
    "charts",
    "analysis",
    "store",
    "loaders",
    "view",
    "schema",
)
"""From top to bottom; a module imports its own layer and those further down."""

TOOLS = ("scripts", "bench")
"""Stand beside the house: they may use every layer, no layer uses them."""

SHOWING = frozenset({"serve", "dashboard", "pages", "ui"})
"""The only code that imports streamlit."""

OUTSIDE = {
    "analysis": frozenset({"numpy", "pandas"}),
    **dict.fromkeys(["schema", "view"], frozenset[str]()),
}
"""Layers that may import nothing from outside the standard library but this."""

FORBIDDEN = {"loaders": frozenset({"plotly"}), "store": frozenset({"plotly"})}
"""What else a layer may not import."""

LONGEST, MEDIAN = 40, 12
"""Lines of code in a function: none has more than LONGEST, half of them fewer than MEDIAN."""

MACHINE = re.compile(r"(?<![\w.:/-])/(?:work|root|tmp/v)/")
"""Paths of one machine; a link's path does not match."""

HEX_COLOUR = re.compile(r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b", re.IGNORECASE)
FENCED = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
OTHER_PROGRAMS = frozenset({"git", "cd", "docker"})
"""What a README line may begin with besides make."""


# What there is to read


def layer_of(path: Path) -> str:
    """`charts` for charts/theme.py, `view` for view.py."""
    return path.parts[0].removesuffix(".py")


def code_files(*layers: str) -> list[Path]:
    """Python files of these layers, relative to the project."""
    found = [*ROOT.glob("*.py"), *(path for layer in layers for path in (ROOT / layer).rglob("*.py"))]
    inside = sorted(path.relative_to(ROOT) for path in found)
    return [path for path in inside if layer_of(path) in layers]


def project_files() -> list[Path]:
    """Every file that belongs to the project: what git knows, or would add; without git, what lies there."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        names = (Path(name) for name in listed.stdout.split("\0") if name)
        return sorted(name for name in names if (ROOT / name).is_file())
    hidden = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return sorted(
        path for path in hidden if not path.parts[0].startswith(".venv") and ".git" not in path.parts
    )


def text_of(path: Path) -> str | None:
    """Text of a project file, None for one that is not text."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def ids(paths: Iterable[Path]) -> list[str]:
    """Name of each test case."""
    return [path.as_posix() for path in paths]


# The guards


def imports_in(source: str) -> Iterator[tuple[int, str]]:
    """Line and dotted name of every module that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.lineno, node.module


def import_fault(layer: str, name: str) -> str | None:
    """What is wrong with this import in this layer, None where nothing is."""
    top = name.partition(".")[0]
    if top in LAYERS and layer in LAYERS:
        return f"{layer} may not import {name}" if LAYERS.index(top) < LAYERS.index(layer) else None
    if top in (*TOOLS, "tests"):
        return None if top == layer else f"nothing imports {name}: it stands beside the house"
    if top == "streamlit" and layer not in (
        *SHOWING,
        "bench",
    ):  # bench measures plain Streamlit pages beside ours
        return f"only {', '.join(sorted(SHOWING))} import streamlit"
    known = OUTSIDE.get(layer)
    if known is not None and top not in known | sys.stdlib_module_names | set(LAYERS):
        allowed = ", ".join(sorted(known)) or "the standard library"
        return f"{layer} imports only {allowed} from outside, not {name}"
    return f"{layer} may not import {name}" if top in FORBIDDEN.get(layer, ()) else None


def import_faults(path: Path, source: str) -> list[str]:
    """Imports that go up, or out where they may not."""
    found = ((line, import_fault(layer_of(path), name)) for line, name in imports_in(source))
    return [f"{path}:{line}: {fault}" for line, fault in found if fault]


def page_faults(path: Path, source: str) -> list[str]:
    """Definitions and colours in a page; a page chooses, counts, draws and shows."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
    faults = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, kinds):
            faults.append(f"{path}:{node.lineno}: a page defines nothing; this belongs into a layer below")
        elif isinstance(node, ast.Constant) and HEX_COLOUR.search(str(node.value)):
            faults.append(f"{path}:{node.lineno}: a page has no colour; colours are in charts/theme.py")
    return faults


def unregistered(path: Path, frame: str) -> list[str]:
    """A page that the list of pages does not name."""
    return [] if path.as_posix() in frame else [f"{path}:1: not in the list of pages in ui/frame.py"]


def miscounted(path: Path, rows: int, readme: str) -> list[str]:
    """A data file of which the README of the data gives another number of rows."""
    found = re.search(rf"{re.escape(path.name)}` \| ([\d,]+) ", readme)
    said = int(found[1].replace(",", "")) if found else rows
    return [] if said == rows else [f"{path}:1: has {rows} rows, data/README.md says {said}"]


def undescribed(path: Path, readme: str) -> list[str]:
    """A data file whose name the README of the data does not mention."""
    named = re.search(rf"(?<![\w.-]){re.escape(path.name)}(?![\w-])", readme)
    return [] if named else [f"{path}:1: data/README.md does not say what it is and where it comes from"]


def function_lengths(source: str) -> Iterator[tuple[int, str, int]]:
    """Line, name and length of every function: lines of its body that hold code, the docstring left out."""
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
            code = lines[body[0].lineno - 1 : node.end_lineno] if body else []
            written = [line for line in code if line.strip() and not line.lstrip().startswith("#")]
            yield node.lineno, node.name, len(written)


def long_functions(path: Path, source: str) -> list[str]:
    """Functions longer than a reader can hold."""
    too_long = (found for found in function_lengths(source) if found[2] > LONGEST)
    return [
        f"{path}:{line}: {name} has {length} lines, more than {LONGEST}" for line, name, length in too_long
    ]


def given_twice(path: Path, source: str) -> list[str]:
    """Constants of a module that are given again further down, where the first of them no longer counts."""
    known: set[str] = set()
    found = []
    for node in ast.parse(source).body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        for name in (one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)):
            if name in known and name.isupper():
                found.append(f"{path}:{node.lineno}: {name} is given again")
            known.add(name)
    return found


def machine_paths(path: Path, text: str) -> list[str]:
    """Paths that exist on one machine only."""
    numbered = enumerate(text.splitlines(), start=1)
    return [f"{path}:{line}: a path of one machine" for line, words in numbered if MACHINE.search(words)]


def section(readme: str, title: str) -> str:
    """Text under a heading, up to the next heading of any level; empty where there is none."""
    found = re.search(rf"^#+ {re.escape(title)}\s*$(.*?)(?=^#+ |\Z)", readme, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def make_targets(makefile: str) -> set[str]:
    """Names that `make` knows."""
    return set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))


def command_faults(line: str, targets: set[str]) -> list[str]:
    """What keeps a README line from running as written."""
    words = [word for word in line.partition("#")[0].split() if "=" not in word]
    if not words or words[0] in OTHER_PROGRAMS:
        return []
    asked = [word for word in words[1:] if not word.startswith("-")]
    if words[0] != "make" or not asked:
        return [f"README.md: `{line}` is not a make command"]
    return [f"README.md: `{line}`: no target {word} in the Makefile" for word in asked if word not in targets]


# The project, read


ALL_CODE = code_files(*LAYERS, *TOOLS)
PAGES = [path for path in code_files("pages") if path.name != "__init__.py"]
DATA = [path for path in project_files() if path.parts[0] == "data" and path != Path("data/README.md")]


def test_there_is_something_in_every_layer():
    assert [layer for layer in (*LAYERS, *TOOLS) if not code_files(layer)] == []
    assert PAGES
    assert DATA


@pytest.mark.parametrize("path", ALL_CODE, ids=ids(ALL_CODE))
def test_imports_go_down_the_house_only(path: Path):
    assert import_faults(path, text_of(path) or "") == []


@pytest.mark.parametrize("path", PAGES, ids=ids(PAGES))
def test_a_page_defines_nothing_and_has_no_colour(path: Path):
    assert page_faults(path, text_of(path) or "") == []


@pytest.mark.parametrize("path", PAGES, ids=ids(PAGES))
def test_a_page_is_in_the_menu(path: Path):
    assert unregistered(path, text_of(Path("ui/frame.py")) or "") == []


@pytest.mark.parametrize("path", DATA, ids=ids(DATA))
def test_a_data_file_is_described(path: Path):
    assert undescribed(path, text_of(Path("data/README.md")) or "") == []


VOCABULARY = [path for path in DATA if path.suffix == ".csv"]


@pytest.mark.parametrize("path", VOCABULARY, ids=ids(VOCABULARY))
def test_the_rows_of_a_vocabulary_are_as_many_as_its_description_says(path: Path):
    rows = sum(1 for _ in csv.DictReader((text_of(path) or "").splitlines()))
    assert miscounted(path, rows, text_of(Path("data/README.md")) or "") == []


@pytest.mark.parametrize("path", ALL_CODE, ids=ids(ALL_CODE))
def test_no_function_is_longer_than_a_reader_can_hold(path: Path):
    assert long_functions(path, text_of(path) or "") == []


@pytest.mark.parametrize("path", ALL_CODE, ids=ids(ALL_CODE))
def test_no_constant_of_a_module_is_given_twice(path: Path):
    assert given_twice(path, text_of(path) or "") == []


def test_half_of_all_functions_are_short():
    lengths = [length for path in ALL_CODE for *_, length in function_lengths(text_of(path) or "")]
    assert median(lengths) < MEDIAN


def test_no_file_names_a_path_of_one_machine():
    texts = ((path, text_of(path)) for path in project_files())
    assert [fault for path, text in texts if text for fault in machine_paths(path, text)] == []


@pytest.mark.parametrize("title", ["Run it", "Test it"])
def test_readme_commands_run_as_written(title: str):
    blocks = FENCED.findall(section(text_of(Path("README.md")) or "", title))
    lines = [line for block in blocks for line in block.splitlines()]
    targets = make_targets(text_of(Path("Makefile")) or "")
    assert any(line.startswith("make ") for line in lines), f"README.md: no make command under {title!r}"
    assert [fault for line in lines for fault in command_faults(line, targets)] == []


# The guards, seen to fail


@pytest.mark.parametrize(
    ("path", "source", "found"),
    [
        ("schema.py", "import view\n", "schema.py:1: schema may not import view"),
        ("charts/bars.py", "x = 1\nfrom pages import map\n", "charts/bars.py:2: charts may not import pages"),
        (
            "charts/bars.py",
            "def f():\n    import ui.show\n",
            "charts/bars.py:2: charts may not import ui.show",
        ),
        (
            "store/log.py",
            "import scripts\n",
            "store/log.py:1: nothing imports scripts: it stands beside the house",
        ),
        ("bench/a.py", "import tests\n", "bench/a.py:1: nothing imports tests: it stands beside the house"),
        (
            "exports/a.py",
            "import streamlit as st\n",
            "exports/a.py:1: only dashboard, pages, serve, ui import streamlit",
        ),
        (
            "scripts/a.py",
            "import streamlit\n",
            "scripts/a.py:1: only dashboard, pages, serve, ui import streamlit",
        ),
        ("loaders/a.py", "import plotly.io\n", "loaders/a.py:1: loaders may not import plotly.io"),
        (
            "view.py",
            "import pandas\n",
            "view.py:1: view imports only the standard library from outside, not pandas",
        ),
        (
            "analysis/a.py",
            "import scipy.stats\n",
            "analysis/a.py:1: analysis imports only numpy, pandas from outside, not scipy.stats",
        ),
    ],
)
def test_an_import_upwards_or_out_is_found(path: str, source: str, found: str):
    assert import_faults(Path(path), source) == [found]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("charts/bars.py", "import re\nimport plotly\nfrom charts import theme\nfrom view import View\n"),
        ("ui/frame.py", "import streamlit\nfrom . import show\n"),
        ("bench/a.py", "import streamlit\nimport analysis\nimport bench.b\n"),
    ],
)
def test_an_import_downwards_is_fine(path: str, source: str):
    assert import_faults(Path(path), source) == []


@pytest.mark.parametrize(
    "source", ["def f(): ...\n", "class A: ...\n", "f = lambda: 1\n", "async def f(): ...\n"]
)
def test_a_definition_in_a_page_is_found(source: str):
    assert page_faults(Path("pages/a.py"), source) == [
        "pages/a.py:1: a page defines nothing; this belongs into a layer below"
    ]


@pytest.mark.parametrize("colour", ["#fff", "#FF8800", "color: #12345678;"])
def test_a_colour_in_a_page_is_found(colour: str):
    assert page_faults(Path("pages/a.py"), f"\nshow({colour!r})\n") == [
        "pages/a.py:2: a page has no colour; colours are in charts/theme.py"
    ]


def test_a_fragment_of_a_link_is_no_colour():
    assert page_faults(Path("pages/a.py"), "link('#method')  # not #fff\n") == []


def test_a_page_outside_the_menu_is_found():
    frame = 'st.Page("pages/map.py")'
    assert unregistered(Path("pages/map.py"), frame) == []
    assert unregistered(Path("pages/maps.py"), frame) == [
        "pages/maps.py:1: not in the list of pages in ui/frame.py"
    ]


def test_a_wrong_number_of_rows_is_found():
    readme = "| `vocabulary/towns.csv` | 1,204 towns | by hand |"
    assert miscounted(Path("data/vocabulary/towns.csv"), 1204, readme) == []
    assert miscounted(Path("data/vocabulary/towns.csv"), 1203, readme) == [
        "data/vocabulary/towns.csv:1: has 1203 rows, data/README.md says 1204"
    ]


def test_a_data_file_without_description_is_found():
    readme = "`vocabulary/city_names.csv` ..."
    assert undescribed(Path("data/vocabulary/city_names.csv"), readme) == []
    assert undescribed(Path("data/names.csv"), readme) == [
        "data/names.csv:1: data/README.md does not say what it is and where it comes from"
    ]


def test_a_long_function_is_found_and_its_docstring_comments_and_blank_lines_do_not_count():
    spared = '    """Say.\n\n    More.\n    """\n    # why\n\n'
    source = "def f():\n" + spared + "    x = 1\n" * 41
    assert list(function_lengths(source)) == [(1, "f", 41)]
    assert long_functions(Path("a.py"), source) == ["a.py:1: f has 41 lines, more than 40"]
    assert long_functions(Path("a.py"), source.removesuffix("    x = 1\n")) == []


def test_a_constant_that_is_given_twice_is_found_and_one_within_a_function_is_not():
    source = "A = 1\nB, A = 2, 3\n\n\ndef f():\n    B = 1\n    return B\n"
    assert given_twice(Path("a.py"), source) == ["a.py:2: A is given again"]


def test_a_path_of_one_machine_is_found_and_a_link_is_not():
    slash = "/"
    assert machine_paths(Path("a.md"), f"see\n{slash}work{slash}main\n") == ["a.md:2: a path of one machine"]
    assert machine_paths(Path("a.md"), f"'{slash}root{slash}x'\n") == ["a.md:1: a path of one machine"]
    assert machine_paths(Path("a.md"), "https://example.org/work/1\n") == []


def test_a_readme_command_that_make_does_not_know_is_found():
    targets = make_targets("run: install ## start\n\t@echo\nPY := x\ncheck-data:\n")
    assert targets == {"run", "check-data"}
    assert command_faults("PORT=1 make run HOST=0.0.0.0  # for a team", targets) == []
    assert command_faults("cd cooperation-atlas", targets) == []
    assert command_faults("make rnu", targets) == ["README.md: `make rnu`: no target rnu in the Makefile"]
    assert command_faults("npm start", targets) == ["README.md: `npm start` is not a make command"]


def test_a_section_of_the_readme_ends_at_the_next_heading():
    readme = "# A\n\n## Run it\n\n```sh\nmake run\n```\n\n## Test it\n\n```sh\nmake test\n```\n"
    assert FENCED.findall(section(readme, "Run it")) == ["make run\n"]
    assert section(readme, "Fly it") == ""
