"""The version of a document that is in force on a day: of shipped packs, of a folder, of several files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from supervision_rules import PackError, load_pack
from supervision_rules.cli.main import main

PACK = """\
pack: {name}
label: 办法
version: 1.0.0
language: 1
document: {{title: 办法, issuer: 政府{document}}}
rules: []
"""


def written(folder: Path, name: str, document: str = "") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(PACK.format(name=name, document=document and f", {document}"), encoding="utf-8")
    return path


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    """An old version without a last day, and the one that replaces it."""
    written(tmp_path, "old", "in_force: {since: 2020-01-01}")
    written(
        tmp_path, "new", "in_force: {since: 2022-01-01, until: 2023-12-31}, replaces: {pack: old, open_matters: old}"
    )
    return tmp_path


def refused(name: Any, on: date) -> tuple[str, dict[str, Any]]:
    with pytest.raises(PackError) as error:
        load_pack(name, on=on)
    ((code, words),) = [(found.code, {**found.params}) for found in error.value.diagnostics]
    return code, words


@pytest.mark.parametrize(
    ("on", "pack"),
    [
        (date(2020, 1, 1), "old"),
        (date(2021, 12, 31), "old"),
        (date(2022, 1, 1), "new"),
        (date(2023, 12, 31), "new"),
    ],
)
def test_the_version_of_the_day(versions: Path, on: date, pack: str) -> None:
    files = [versions / "new.yaml", versions / "old.yaml"]
    for given in (versions, str(versions), files, iter(files)):
        assert load_pack(given, on=on).id == pack


@pytest.mark.parametrize("on", [date(2019, 12, 31), date(2024, 1, 1)])
def test_no_version_is_in_force(versions: Path, on: date) -> None:
    listed = "new 1.0.0 [2022-01-01, 2023-12-31], old 1.0.0 [2020-01-01, …]"
    assert refused(versions, on) == ("SR929", {"given": str(on), "packs": listed})


def test_several_versions_are_in_force(versions: Path) -> None:
    written(versions, "other")
    listed = "old 1.0.0 [2020-01-01, …], other 1.0.0 […, …]"
    assert refused(versions, date(2021, 1, 1)) == ("SR930", {"given": "2021-01-01", "packs": listed})


def test_a_file_alone_is_in_force_or_not(versions: Path) -> None:
    path = versions / "old.yaml"
    assert load_pack(path, on=date(2030, 1, 1)).id == "old"  # alone it knows of none that replaces it
    assert refused(path, date(2019, 12, 31))[0] == "SR929"


@pytest.mark.parametrize(("on", "known"), [(date(2015, 2, 26), False), (date(2015, 2, 27), True)])
def test_a_shipped_pack(on: date, known: bool) -> None:
    if known:
        assert load_pack("bozhou", on=on).id == "bozhou"
    else:
        assert refused("bozhou", on)[0] == "SR929"


def test_a_folder_without_packs_and_a_name_that_is_none(tmp_path: Path) -> None:
    assert refused(tmp_path, date(2021, 1, 1))[0] == "SR901"
    assert refused("bozho", date(2021, 1, 1))[0] == "SR904"
    assert refused([], date(2021, 1, 1)) == ("SR929", {"given": "2021-01-01", "packs": "—"})


def test_what_is_wrong_in_one_of_them_is_told(versions: Path) -> None:
    written(versions, "bad", "in_force: {since: 2020-13-01}")
    assert refused(versions, date(2021, 1, 1))[0] == "SR113"


@pytest.mark.parametrize("on", ["2021-01-01", datetime(2021, 1, 1, tzinfo=UTC)])
def test_the_day_is_a_day(versions: Path, on: Any) -> None:
    with pytest.raises(TypeError, match="on is the day in force: a datetime.date"):
        load_pack(versions, on=on)


def test_the_day_is_one_that_records_may_name(versions: Path) -> None:
    with pytest.raises(ValueError, match="on is a day that records may name"):
        load_pack(versions, on=date(1899, 12, 31))


@pytest.mark.parametrize("given", [5, None, [5]])
def test_names_are_texts_or_paths(given: Any) -> None:
    with pytest.raises(TypeError, match="named by"):
        load_pack(given, on=date(2021, 1, 1))


def test_several_names_need_a_day(versions: Path) -> None:
    with pytest.raises(TypeError, match="a pack is named by"):
        load_pack([versions / "old.yaml"])


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    code = main(["--lang", "zh", "list", *arguments])
    out, err = capsys.readouterr()
    return code, out.splitlines(), err


def packs_of(versions: Path, names: Iterable[str] = ("old", "new")) -> list[str]:
    return [part for name in names for part in ("--pack", str(versions / f"{name}.yaml"))]


@pytest.mark.parametrize(("on", "label"), [("2021-12-31", "（old 1.0.0）"), ("2022-01-01", "（new 1.0.0）")])
def test_list_on_a_day(versions: Path, capsys: pytest.CaptureFixture[str], on: str, label: str) -> None:
    code, lines, _ = listed(capsys, *packs_of(versions), "--on", on)
    assert code == 0
    assert [line for line in lines if "办法（" in line] == [f"办法{label}"]


def test_list_shows_when_each_is_in_force(versions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = listed(capsys, *packs_of(versions))[1]
    assert [line for line in lines if line.startswith("施行期间")] == [
        "施行期间：2020-01-01～",
        "施行期间：2022-01-01～2023-12-31",
    ]
    rows = [line.split() for line in listed(capsys)[1]]
    assert rows[0] == ["代号", "版本", "施行", "规则条数", "名称"]
    assert rows[1][:3] == ["bozhou", "1.0.0", "2015-02-27～"]


def test_list_on_a_day_without_any(versions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, err = listed(capsys, *packs_of(versions), "--on", "2019-12-31")
    assert (code, lines) == (2, [])
    assert "SR929" in err and "old 1.0.0 [2020-01-01, …], new 1.0.0 [2022-01-01, 2023-12-31]" in err
    assert "SR908" in listed(capsys, *packs_of(versions), "--on", "1899-12-31")[2]
