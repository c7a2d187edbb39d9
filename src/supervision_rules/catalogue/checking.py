"""SR932 and on: what is asked of ``check``, and the comments by which a pack answers a warning."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error, warning

CHECKING: dict[str, Entry] = {
    "SR932": error(
        zh=("没有“{given}”这个提示的代码", "核对代码⟦，最接近的：{hint}⟧；explain --list 列出全部"),
        en=("there is no diagnostic “{given}”", "check the code⟦, nearest: {hint}⟧; explain --list shows all"),
    ),
    "SR933": error(
        zh=(
            "{first} 和 {second} 都要写到{place}，混在一起就读不了",
            "一种写在屏幕上，其余的写进各自的文件，如 --format {second}=文件",
        ),
        en=(
            "{first} and {second} would both be written to {place}, and neither could be read",
            "show one on the screen and write each of the others to a file of its own, as --format {second}=FILE",
        ),
    ),
    "SR934": error(
        zh=("不知道规则包在 {base} 是什么样：{reason}", "在 git 仓库里运行；或不写 --diff、--base"),
        en=(
            "it is not known what the packs were at {base}: {reason}",
            "run it in a git repository; or leave out --diff, --base",
        ),
    ),
    "SR935": error(
        zh=("git 里没有“{base}”这个版本", "核对名字；流水线只取了最近一次提交的，取全（fetch-depth: 0）再运行"),
        en=(
            "git has no revision “{base}”",
            "check the name; where CI has fetched the last commit only, fetch all (fetch-depth: 0)",
        ),
    ),
    "SR936": warning(
        zh=("这条注释没有写理由，不起作用", "在方括号后面写理由，如 # sr: ignore[{about}] 文件确实没有规定"),
        en=(
            "this comment gives no reason and has no effect",
            "write the reason behind the bracket, as # sr: ignore[{about}] the document leaves it open",
        ),
    ),
    "SR937": warning(
        zh=(
            "这条注释要略去的 {about}，这里没有⟦（这一行有的是 {there}）⟧",
            "问题已经不在了，删去注释；或者移到出现 {about} 的那一行，或它上面一行",
        ),
        en=(
            "there is no {about} here for this comment to suppress⟦ (what is told of this line: {there})⟧",
            "if it has gone, delete the comment; or move it to the line of {about}, or to the one above",
        ),
    ),
    "SR938": warning(
        zh=("{about} 是错误，注释略不去", "改正它；只有警告和提示可以写明理由略去"),
        en=("{about} is an error, which no comment can suppress", "mend it; only warnings and notes can be suppressed"),
    ),
    "SR939": warning(
        zh=(
            "这条注释看不懂⟦：没有“{given}”这个代码⟧",
            "写成 # sr: ignore[SR327] 理由⟦，最接近的代码：{hint}⟧；几个代码用逗号隔开",
        ),
        en=(
            "this comment is not understood⟦: there is no code “{given}”⟧",
            "write # sr: ignore[SR327] reason⟦, nearest code: {hint}⟧; put commas between several codes",
        ),
    ),
    "SR940": error(
        zh=(
            "--records 和 --as-of 只写了一个",
            "两个都写，如 --records 台账.jsonl --as-of 2021-12-31；不看记录的，都不写",
        ),
        en=(
            "of --records and --as-of only one is given",
            "give both, as --records ledger.jsonl --as-of 2021-12-31; or neither, to compare the packs alone",
        ),
    ),
    "SR941": error(
        zh=("--sensitivity 和 {given} 不能一起写", "去掉一个：--sensitivity 不列结论，只列随理解而变的"),
        en=(
            "--sensitivity does not go together with {given}",
            "leave one out: --sensitivity tells only what moves with a reading, and not the findings",
        ),
    ),
    "SR942": error(
        zh=(
            "要比较的规则包写两个；写了 --base 的，写一个",
            "写 diff 旧.yaml 新.yaml；和 git 里的比，写 diff --base origin/main policies/qinghe.yaml",
        ),
        en=(
            "two packs are compared; with --base one is given",
            "write diff old.yaml new.yaml; to compare with what git has, diff --base origin/main policies/qinghe.yaml",
        ),
    ),
    "SR943": error(
        zh=(
            "git 的 {base} 里没有 {path}",
            "新添的规则包没有可比的；改了文件名的，用 git show 取出原来的，两个文件一起写",
        ),
        en=(
            "git has no {path} at {base}",
            "a new pack has nothing to be compared with; of a renamed file take the old one out by git show, "
            "and give both",
        ),
    ),
}
