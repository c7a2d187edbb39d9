"""The reference of a pack's keys, of the file of cases and of the functions of expressions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from docs.making.key_words import LEGEND
from docs.making.tables import model_tables

from supervision_rules.catalogue.interface import TEXTS
from supervision_rules.expressions import FUNCTIONS, Function, Type
from supervision_rules.expressions.scope import Parameter
from supervision_rules.findings import State
from supervision_rules.language.answers import RESULTS
from supervision_rules.language.readings import Choice
from supervision_rules.language.results import functions
from supervision_rules.pack import Pack
from supervision_rules.testing import CaseFile, takes_hold
from supervision_rules.testing.cases import NONE

HEAD: Final = "| 写法 | 得出 | 意思 | English |\n| --- | --- | --- | --- |"


def reference_page() -> str:
    """All keys of a pack, section by section."""
    intro = (
        "# 规则包的项目 (keys of a pack)\n\n由源代码生成，不要手改。加粗的必须写。"
        "各种规则自有的项目见[规则的种类](kinds/README.md)。\n\n"
        "Generated from the source; keys in bold must be written. What a kind of rule adds is on the page of the kind."
    )
    return "\n\n".join((intro, LEGEND, *model_tables(Pack)))


def cases_tables() -> str:
    """All keys of a file of cases."""
    intro = (
        "# 用例文件的项目 (keys of a file of cases)\n\n由源代码生成，不要手改。怎样写见[用例](../cases.md)。Generated."
    )
    return "\n\n".join((intro, LEGEND, *model_tables(CaseFile), _states()))


def _states() -> str:
    """What a case may write for a state, and which side of the rule it shows."""
    head = (
        "## 结论 (states)\n\n“成立”的是规则的一面，“不成立”的和没有结论的是另一面；计分得 0 分、总分停在起始分的，"
        "也是不成立。"
        "A rule is to be shown on both sides; no points, or a score at its base, are those of not taking hold.\n\n"
        "| state | 意思 | English | 哪一面 |\n| --- | --- | --- | --- |"
    )
    sides = {str(state): "成立" if takes_hold(state) else "不成立" for state in State} | {NONE: "不成立"}
    texts = {state: TEXTS[f"state.{state}"] for state in sides}
    rows = (f"| `{state}` | {texts[state]['zh']} | {texts[state]['en']} | {side} |" for state, side in sides.items())
    return "\n".join((head, *rows))


def functions_page() -> str:
    """Every function that an expression may use."""
    given = functions(Choice({}, {}), {})
    calendar = [name for name in given if name not in FUNCTIONS and name not in RESULTS and name != "reading"]
    return "\n\n".join(
        (
            "# 函数 (functions)\n\n由源代码生成，不要手改。“不清楚”的进去，出来的也是“不清楚”，除非写明。\n\n"
            "Generated. Unknown in, unknown out, unless said otherwise.",
            "## 只看参数的 (of their arguments alone)",
            _table(FUNCTIONS.values()),
            "## 查日历的 (of the calendar)\n\n按本包 `jurisdiction` 的工作日。",
            _table(given[name] for name in calendar),
            "## 问别的规则和理解的 (of other rules and of readings)\n\n"
            '参数是规则或理解的代号，写在引号里，如 `late("reply")`。问的是这件记录本身，或者它所指的那一个'
            "（有同名字段的，如 `unit`，就是它）；有几个字段指向那一类的，字段写在代号后面，如 "
            '`rank("place", first)`。\n\n'
            "The id of a rule or a reading, in quotes. The result is that of the record itself, or of the one that it "
            "names (by the field of that name, as `unit`, if it has one); of several fields one is named after the id, "
            'as `rank("place", first)`.',
            _table(given[name] for name in (*RESULTS, "reading")),
        )
    )


def _table(given: Iterable[Function]) -> str:
    return "\n".join((HEAD, *(_row(function) for function in given)))


def _row(function: Function) -> str:
    result = "与参数同类" if function.result is None else str(function.result)
    if function.name == "reading":
        result = "该理解的选项"
    if function.name == "outcome":
        result = "该规则各情形的代号"
    notes = "（不清楚的也可以问）" if function.takes_unknown else ""
    call = f"`{function.name}({_parameters(function)})`"
    return f"| {call} | {result} | {function.label_zh}{notes} | {function.label_en} |"


def _parameters(function: Function) -> str:
    names = [_words(one) for one in function.parameters]
    if function.literals is not None:
        names = ["代号", *("字段" for _ in names[1:])]
    sure = len(names) - function.optional
    shown = names[:sure] + [f"[{name}]" for name in names[sure:]]
    return ", ".join(shown) + (", …" if function.variadic else "")


def _words(parameter: Parameter) -> str:
    if parameter is None:
        return "任意"
    return str(parameter) if isinstance(parameter, Type) else "或".join(str(one) for one in parameter)
