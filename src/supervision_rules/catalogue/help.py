"""The help of the commands, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from supervision_rules.catalogue.changes import CHANGE_HELP
from supervision_rules.catalogue.entry import Lang
from supervision_rules.catalogue.refusals import REFUSALS

_HELP: dict[str, dict[Lang, str]] = {
    "program": {
        "zh": "政府督查规则引擎：检查规则包，按规则包判定记录并说明依据",
        "en": "rules engine for government supervision: check packs, judge records by them, and say why",
    },
    "exit": {
        "zh": "退出码：0 正常；1 检查出错误，或重算、用例、两个规则包不一致；2 参数、文件或规则包有误，"
        "或没有可以采用的记录，无法进行；3 已判定，但结果不完整（有记录或列没有采用）；70 本软件内部错误；130 被中断；"
        "141 输出被关闭",
        "en": "exit codes: 0 fine; 1 errors found, or a replay, a test or two packs differ; 2 could not run "
        "(arguments, files, packs, no usable record); 3 judged, but incomplete (records or columns were not used); "
        "70 a bug of ours; 130 interrupted; 141 output closed",
    },
    "usage": {"zh": "写法：", "en": "usage: "},
    "arguments": {"zh": "参数", "en": "arguments"},
    "options": {"zh": "选项", "en": "options"},
    "help": {"zh": "显示这份说明", "en": "show this help"},
    "command": {"zh": "命令", "en": "command"},
    # commands
    "new": {
        "zh": "写好一个新规则包和它的用例的样子，照着填",
        "en": "write the beginning of a pack and of its cases, to be filled in",
    },
    "check": {"zh": "检查规则包，指出全部错误", "en": "check packs and tell all that is wrong"},
    "evaluate": {"zh": "按规则包判定记录", "en": "judge records by packs"},
    "replay": {"zh": "按结果文件的凭据重算，并与之比较", "en": "compute a result again and compare"},
    "explain": {
        "zh": "说明某一事项或单位的结论从何而来，或为什么没有结论；写一个提示的代码，如 explain SR327，就说明那个提示",
        "en": "say why a finding was made, or why not; with the code of a diagnostic, as explain SR327, tell of that",
    },
    "codes": {
        "zh": "说明一个提示的代码：何时出现、为什么、怎样改，举一个例子",
        "en": "tell of the code of a diagnostic when it appears, why, and how to mend it, with an example",
    },
    "list": {"zh": "列出规则包、规则或理解", "en": "list packs, rules or readings"},
    "show": {"zh": "显示一条规则的原文和写法", "en": "show one rule, its words and how it is written"},
    "calendar": {"zh": "显示某月的工作日，或推算工作日", "en": "show a month's working days, or count them"},
    "test": {"zh": "运行规则包自带的用例", "en": "run the packs' own cases"},
    "schema": {
        "zh": "写出规则包、用例文件、各种结果的 JSON Schema，编辑器靠它补全、说明和检查",
        "en": "write the JSON Schema of packs, of files of cases or of results, by which editors complete, explain and "
        "check",
    },
    # shared options
    "lang": {
        "zh": "语言：zh、en 或 auto（默认：先看 SUPERVISION_RULES_LANG，再看 LC_ALL、LC_MESSAGES、LANG 中第一个写了的，"
        "以 en 开头的用英文，其余用中文）",
        "en": "language: zh, en or auto (default: SUPERVISION_RULES_LANG, else the first of LC_ALL, LC_MESSAGES and "
        "LANG that is set: English if it begins with en, else Chinese)",
    },
    "color": {"zh": "颜色：auto（默认）、always、never", "en": "colour: auto (default), always, never"},
    "debug": {"zh": "内部出错时显示细节", "en": "show the traceback of an internal error"},
    "version": {"zh": "显示版本", "en": "show the version"},
    "format": {"zh": "输出格式（默认 text）", "en": "output format (default text)"},
    "check-format": {
        "zh": "输出格式：text、concise、json、jsonl、github、gitlab、sarif、junit；写成 sarif=文件 就写进文件；"
        "可以写多次。不写的，是 text；在 GitHub Actions 里是 github",
        "en": "output format: text, concise, json, jsonl, github, gitlab, sarif, junit; as sarif=FILE it is written to "
        "a file; repeatable. By default text, in GitHub Actions github",
    },
    "test-format": {
        "zh": "输出格式：text、json、junit；写成 junit=文件 就写进文件；可以写多次（默认 text）",
        "en": "output format: text, json, junit; as junit=FILE it is written to a file; repeatable (default text)",
    },
    "select": {
        "zh": "只列这些代码的，如 SR3、SR327；写开头几个字的，管这样开头的全部；几个用逗号隔开（可以写多次）",
        "en": "show these codes only, as SR327; the beginning of codes, as SR3, stands for all of them; put commas "
        "between several (repeatable)",
    },
    "ignore": {
        "zh": "不列这些代码的，写法同上；错误不列也算数，退出码照样是 1",
        "en": "do not show these codes; errors that are not shown still count for the exit code",
    },
    "fail-on": {
        "zh": "从哪一级起退出码是 1：error（默认）、warning、note",
        "en": "from which severity on the exit code is 1: error (default), warning, note",
    },
    "watch": {
        "zh": "一直看着文件，改了就再来一遍；按 Ctrl-C 停",
        "en": "keep looking at the files, and begin again after each change; Ctrl-C ends it",
    },
    "exit-zero": {
        "zh": "检查出问题，退出码也是 0；无法检查的还是 2",
        "en": "exit with 0 whatever is found; what cannot be checked still gives 2",
    },
    "statistics": {
        "zh": "在 text、concise 的末尾列出每个代码有几处",
        "en": "at the end of text and concise, how many there are of each code",
    },
    "analysed": {
        "zh": "在 text、concise 的末尾列出不看记录推得出的上下界、阶梯、名额，以及没有全部分析的情形表、条件和原因",
        "en": "at the end of text and concise, what was proved without records (ends of amounts, ladders, quotas), and "
        "which tables and conditions were not, or not wholly, and why",
    },
    "diff-base": {
        "zh": "和 git 的这个版本里的同一个文件比，如 origin/main；规则包只写一个",
        "en": "compare with the same file at this git revision, as origin/main; one pack is given",
    },
    "check-diff": {
        "zh": "只检查自 git 的这个版本以来改动的规则包，和接替它们的，如 origin/main",
        "en": "only packs that have changed since this git revision, and those that replace them, as origin/main",
    },
    "source": {
        "zh": "文件正文（纯文本）：把规则包对照一遍，引的话都在、每一条都写到；只能写一个规则包",
        "en": "the plain text of the document, to hold one pack against: what it quotes, what it leaves out",
    },
    "accept": {
        "zh": "没有错误的，把这份正文记为对照过的（写进规则包旁边的 sources/），以后说得出哪些条款变了",
        "en": "if there is no error, keep in sources/ beside the pack that it was held against this text, so that what "
        "changes in its clauses can be told",
    },
    "test-diff": {
        "zh": "只运行自 git 的这个版本以来规则包或用例有改动的，和接替它们的，如 origin/main",
        "en": "only packs that have changed since this git revision, or their cases, and packs that replace them, as "
        "origin/main",
    },
    # arguments
    "new-id": {
        "zh": "新规则包的代号：小写字母、数字、连字符，如 qinghe",
        "en": "id of the new pack: small letters, digits and hyphens, as qinghe",
    },
    "new-label": {"zh": "新规则包的名称，如 青禾县政府督查", "en": "what the new pack is called"},
    "new-folder": {
        "zh": "写在哪个文件夹（默认当前文件夹），没有的会建；用例写在其中的 cases",
        "en": "folder to write to (default: the one you are in), made if missing; the cases go to cases/ in it",
    },
    "schema-what": {
        "zh": "哪一种：规则包 pack、用例文件 cases、结果 result、比较 diff、理解 sensitivity（默认 pack；"
        "和 --write 一起不写的，是 pack 和 cases）",
        "en": "which: of packs, of files of cases, of results, of what diff and evaluate --sensitivity write (default "
        "pack; with --write those of packs and cases)",
    },
    "schema-write": {
        "zh": "写进这个文件夹，没有的会建；已经写过的换成新的",
        "en": "write to this folder, made if missing; what is there from before is brought up to date",
    },
    "check-packs": {
        "zh": "规则包的代号、文件或文件夹；不写则检查全部内置包和 policies/ 下的文件",
        "en": "ids, files or folders of packs; by default all shipped ones and policies/*.yaml",
    },
    "on": {"zh": "只列那一天施行的规则包，如 2021-12-31", "en": "only the packs in force on that day, as 2021-12-31"},
    "pack": {"zh": "规则包的代号或文件（可以写多次）", "en": "id or file of a pack (may be repeated)"},
    "replay-pack": {
        "zh": "结果所用的本单位规则包的文件（可以写多次）；内置的不用写",
        "en": "file of an office's own pack that the result was judged by (repeatable); not needed for shipped ones",
    },
    "one-pack": {"zh": "规则包的代号或文件", "en": "id or file of a pack"},
    "records": {
        "zh": "记录文件（.jsonl、.json、.csv）或文件夹",
        "en": "files of records (.jsonl, .json, .csv) or folders",
    },
    "encoding": {
        "zh": "记录文件的编码（默认 utf-8；表头认得出的表格也可以是 gb18030）",
        "en": "encoding of the records (default utf-8; a table whose headings prove it may be gb18030)",
    },
    "type": {
        "zh": "没有写明类型的记录是哪一类（默认看文件名）",
        "en": "type of records that state none (default: file name)",
    },
    "as-of": {"zh": "判定日，如 2021-12-31", "en": "the day to judge as of, as 2021-12-31"},
    "reading": {
        "zh": "改用另一种理解，如 roll=move（可以写多次）",
        "en": "take another option of a reading (repeatable)",
    },
    "notices": {"zh": "放假通知文件（YAML，可以写多次）", "en": "a file of notices on holidays (repeatable)"},
    "out": {
        "zh": "写入文件（或管道、设备），不在屏幕显示；原有的文件写完整了才换上",
        "en": "write to a file (or pipe, or device) instead; a file is replaced as a whole",
    },
    "all": {"zh": "正常的也列出", "en": "show what is in order, too"},
    "most": {
        "zh": "每条规则最多列几条（0 为只列条数）",
        "en": "how many findings of a rule to show (0: only count them)",
    },
    "with-explanations": {"zh": "每条结论都带上说明", "en": "explain every finding"},
    "subject": {
        "zh": "事项、单位或记录的编号；单位、人员也可以写名称、别名",
        "en": "id of a matter, unit or record; of a unit or person the name or an alias, too",
    },
    "rule": {"zh": "规则的代号", "en": "id of a rule"},
    "rule-of": {
        "zh": "规则的代号；几个包都有的，写 包.规则",
        "en": "id of a rule; of one that several packs have, pack.rule",
    },
    "period": {
        "zh": "只说哪一个时段，如 2023年3月、2023年第一季度、2023年",
        "en": "of this window only, as 2023-03, 2023 Q1, 2023",
    },
    "code": {
        "zh": "提示的代码，如 SR327；只写开头几个字，如 SR3，就列出这些代码",
        "en": "the code of a diagnostic, as SR327; only its beginning, as SR3, lists the codes that begin so",
    },
    "codes-list": {"zh": "列出全部代码", "en": "list all codes"},
    "result": {"zh": "evaluate --format json --out 写出的文件", "en": "a file written by evaluate --format json --out"},
    "readings": {
        "zh": "列出可作不同理解之处、各种理解和所采用的",
        "en": "list readings, their options and the one taken",
    },
    "month": {"zh": "月份，如 2021-10", "en": "a month, as 2021-10"},
    "place": {"zh": "地区，如 CN-GX（默认 CN）", "en": "place, as CN-GX (default CN)"},
    "from": {"zh": "从哪一天起算（当天不计）", "en": "count from this day (not included)"},
    "workdays": {"zh": "第几个工作日（负数往前数）", "en": "how many working days (backwards if negative)"},
    "test-packs": {
        "zh": "规则包的代号或文件；不写则运行全部内置包的用例",
        "en": "ids or files of packs; by default all shipped",
    },
    "test-chosen": {
        "zh": "只运行代号里有这段文字的用例，如 reply、reply#2（vary 的第 2 项）",
        "en": "only the cases with this text in their ids, as reply or reply#2 (the second entry of vary)",
    },
    "test-explain": {
        "zh": "没有通过的用例，说明所得的结论从何而来，或为什么没有结论",
        "en": "of cases that fail, say where the findings come from, or why there is none",
    },
    "test-coverage": {
        "zh": "列出用例用到了哪些规则的两面、哪些情形、档、框、分数和条款，没有用到的写明在哪一行",
        "en": "list which rules the cases show on both sides, which cases, steps, boxes, prices and clauses they come "
        "to, and where those stand that they never do",
    },
    "test-min-coverage": {
        "zh": "用到的不到百分之几的，退出码为 1（同时带上 --coverage）",
        "en": "exit with 1 if the cases come to less than so many per cent (implies --coverage)",
    },
    "test-boundaries": {
        "zh": "只写出还没有的边界用例（到期日、件数、数值的前后），结论对照原文确认后写上；没有 expect 的，test 不收",
        "en": "only write the boundary cases that are lacking (around due days, counts, amounts); what they come to "
        "is for the author to confirm and write: test refuses a case without expect",
    },
    "test-mutate": {
        "zh": "把规则包的数字、条件、列表、先后、上限、后果等逐处改动，看用例能不能发现；-k 只改动位置里有这段文字的",
        "en": "change every number, condition, list, order, cap and consequence of the pack in turn, and see "
        "whether a case tells; with -k only those whose place has this text",
    },
    "test-min-killed": {
        "zh": "发现的改动不到百分之几的，退出码为 1（同时带上 --mutate）",
        "en": "exit with 1 if less than so many per cent of the changes are told (implies --mutate)",
    },
}

HELP: Mapping[str, Mapping[Lang, str]] = MappingProxyType(_HELP | CHANGE_HELP | REFUSALS)

EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "new": "new qinghe --label 青禾县政府督查",
        "check": "check policies/liuzhou.yaml",
        "evaluate": "evaluate ledger.jsonl --pack liuzhou --as-of 2021-12-31",
        "explain": "explain ledger.jsonl --pack liuzhou --as-of 2021-12-31 --subject m1",
        "codes": "explain SR327",
        "replay": "replay result.json ledger.jsonl",
        "diff": "diff liuzhou.old.yaml liuzhou.yaml",
        "list": "list --pack liuzhou",
        "show": "show instruction-reply --pack liuzhou",
        "calendar": "calendar --from 2021-09-28 --workdays 5 --place CN-GX",
        "test": "test liuzhou",
        "schema": "schema --write .supervision",
    }
)
"""What each command looks like."""
