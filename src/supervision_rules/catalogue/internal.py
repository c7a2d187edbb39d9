"""SR9xx: files and requests that cannot be served, and bugs of the library."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error, warning

INTERNAL: dict[str, Entry] = {
    "SR901": error(
        zh=("读不了 {path}：{reason}", "核对路径是否写对、文件是否存在、有没有权限读"),
        en=("{path} cannot be read: {reason}", "check the path, and whether the file exists and may be read"),
    ),
    "SR902": error(
        zh=(
            "程序内部出错（{kind}），报告编号 {report}",
            "这是本软件的缺陷，不是您的错：请把报告编号和所用的命令告诉维护者；加 --debug 可以看到细节",
        ),
        en=(
            "internal error ({kind}), report {report}",
            "this is a bug of ours: please send the report id and the command; --debug shows the details",
        ),
    ),
    "SR903": error(
        zh=("写不了 {path}：{reason}", "核对文件夹是否存在、磁盘是否已满、有没有权限写"),
        en=("{path} cannot be written: {reason}", "check the folder, the space left and the permissions"),
    ),
    "SR904": error(
        zh=("{where} 里没有“{given}”", "核对代号⟦。最接近的：{hint}⟧"),
        en=("there is no “{given}” in {where}", "check the name⟦. Nearest: {hint}⟧"),
    ),
    "SR905": error(
        zh=("{path} 不是本软件写出的结果文件：{reason}", "用 evaluate --format json --out 写出的文件"),
        en=("{path} is no result of this program: {reason}", "give a file written by evaluate --format json --out"),
    ),
    "SR906": error(
        zh=("认不出 {path} 是哪种记录文件", "用 .jsonl、.json 或 .csv 文件，或装着这些文件的文件夹"),
        en=("the format of {path} is not known", "give a .jsonl, .json or .csv file, or a folder of them"),
    ),
    "SR907": error(
        zh=("没有一条记录可以采用，没有判定", "先改正指出的各处，或核对给的是不是记录文件"),
        en=("no record can be used, so nothing was judged", "mend what is told here, or check that these are records"),
    ),
    "SR908": error(
        zh=("不能按 {given} 判定：判定日要在 {first} 至 {last} 之间", "核对年份"),
        en=("nothing can be judged as of {given}: a day from {first} to {last} is needed", "check the year"),
    ),
    "SR909": warning(
        zh=("给的文件里一条记录也没有", "核对是不是给错了文件；本来就没有记录的，可以不管"),
        en=("the files hold no record at all", "check that they are the right ones; if there is nothing, leave it"),
    ),
    "SR910": error(
        zh=("规则包 {given} 写了两次：{first}、{second}", "只留一个；要比较两个版本，各判一次"),
        en=("the pack {given} is given twice: {first}, {second}", "keep one; to compare two versions, judge by each"),
    ),
    "SR911": error(
        zh=("文件夹 {path} 里没有规则包", "规则包是 .yaml 文件；写它的文件名、所在的文件夹，或内置包的代号"),
        en=(
            "the folder {path} holds no pack",
            "packs are .yaml files; give one, their folder, or the id of a shipped one",
        ),
    ),
    "SR912": error(
        zh=("{pack} 与前面的规则包对“{name}”的声明不同，不能一起判定", "改成一样的声明，或各判一次"),
        en=(
            "{pack} and a pack before it declare “{name}” differently, and cannot be judged by together",
            "make the declarations the same, or judge by each on its own",
        ),
    ),
    "SR913": warning(
        zh=("{place} 的放假通知没有用上：所用规则包的工作日按 {places}", "核对通知的地区，或不用这份通知"),
        en=(
            "the notices of {place} are not used: the packs go by the working days of {places}",
            "check the place of the notices, or leave them out",
        ),
    ),
}
