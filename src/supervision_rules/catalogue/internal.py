"""SR9xx: files and requests that cannot be served, and bugs of the library."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error

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
        zh=("{where} 里没有“{given}”", "核对代号。最接近的：{hint}"),
        en=("there is no “{given}” in {where}", "check the name. Nearest: {hint}"),
    ),
    "SR905": error(
        zh=("{path} 不是本软件写出的结果文件：{reason}", "用 evaluate --format json --out 写出的文件"),
        en=("{path} is no result of this program: {reason}", "give a file written by evaluate --format json --out"),
    ),
    "SR906": error(
        zh=("认不出 {path} 是哪种记录文件", "用 .jsonl、.json 或 .csv 文件，或装着这些文件的文件夹"),
        en=("the format of {path} is not known", "give a .jsonl, .json or .csv file, or a folder of them"),
    ),
}
