"""SR9xx: files and requests that cannot be served, and bugs of the library."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error, note, warning

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
        zh=(
            "没有“{given}”这个内置的规则包",
            "核对代号⟦，最接近的：{hint}⟧；list 列出内置的；本单位的规则包写文件名，如 {given}.yaml",
        ),
        en=(
            "there is no shipped pack “{given}”",
            "check the id⟦, nearest: {hint}⟧; list shows the shipped ones; of a pack of your own give the file, as "
            "{given}.yaml",
        ),
    ),
    "SR905": error(
        zh=("{path} 不是本软件写出的结果文件：{reason}", "用 evaluate --format json --out 写出的文件"),
        en=("{path} is no result of this program: {reason}", "give a file written by evaluate --format json --out"),
    ),
    "SR906": error(
        zh=(
            "认不出 {path} 是哪种记录文件",
            "用 .csv、.jsonl 或 .json 文件，或装着这些文件的文件夹；Excel 表格另存为 CSV（UTF-8）",
        ),
        en=(
            "the format of {path} is not known",
            "give a .csv, .jsonl or .json file, or a folder of them; save a workbook as CSV (UTF-8)",
        ),
    ),
    "SR907": error(
        zh=("没有一条记录可以采用，没有判定", "先改正指出的各处，或核对给的是不是记录文件"),
        en=("no record can be used, so nothing was judged", "mend what is told here, or check that these are records"),
    ),
    "SR908": error(
        zh=("不能按 {given} 判定：判定日要在 {first} 至 {last} 之间", "核对年份"),
        en=("nothing can be judged as of {given}: a day from {first} to {last} is needed", "check the year"),
    ),
    "SR909": error(
        zh=("给的文件里一条记录也没有，没有判定", "核对是不是给错了文件、导出是否成功；本来就没有记录的，不用判定"),
        en=(
            "the files hold no record at all, so nothing was judged",
            "check that they are the right ones and were exported; if nothing is on record, there is nothing to judge",
        ),
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
    "SR914": warning(
        zh=(
            "文件夹 {path} 里有 {count} 个不是记录文件，没有读：{others}",
            "Excel 表格另存为 CSV（UTF-8）；里面的文件夹另外写明；不是记录的，可以不管",
        ),
        en=(
            "{count} in the folder {path} are no files of records and were not read: {others}",
            "save workbooks as CSV (UTF-8); name a folder within it as well; leave what holds no records",
        ),
    ),
    "SR915": error(
        zh=(
            "文件夹 {path} 里没有记录文件⟦，里面是 {others}⟧",
            "记录文件是 .csv、.jsonl 或 .json；Excel 表格另存为 CSV（UTF-8）",
        ),
        en=(
            "there is no file of records in the folder {path}⟦, which holds {others}⟧",
            "files of records are .csv, .jsonl or .json; save workbooks as CSV (UTF-8)",
        ),
    ),
    "SR916": error(
        zh=("理解“{given}”写了两次：{first}、{second}", "只留一个；要比较两种理解，各判一次"),
        en=("the reading “{given}” is asked twice: {first}, {second}", "keep one; to compare two, judge by each"),
    ),
    "SR917": error(
        zh=("结果所用的规则包“{given}”不是内置的", "用 --pack 写明它的文件，如 --pack {first}.yaml"),
        en=("the result was judged by “{given}”, which does not ship", "give the file with --pack, as {first}.yaml"),
    ),
    "SR918": error(
        zh=("规则包 {pack} 里没有规则“{given}”", "核对规则的代号⟦，最接近的：{hint}⟧；list --pack 列出全部"),
        en=("the pack {pack} has no rule “{given}”", "check the id⟦, nearest: {hint}⟧; list --pack shows all"),
    ),
    "SR919": error(
        zh=(
            "到判定日为止的记录里没有“{given}”",
            "写事项、单位或记录的编号，单位、人员也可以写名称、别名⟦。最接近的：{hint}⟧",
        ),
        en=(
            "among the records known on the day there is no “{given}”",
            "give the id of a matter, unit or record, or the name of a unit or person⟦. Nearest: {hint}⟧",
        ),
    ),
    "SR920": error(
        zh=("不能把结果写进 {path}：这次判定要读它（{given}），写了原来的内容就没有了", "--out 写另一个文件名"),
        en=(
            "the result cannot be written to {path}: it is read for this result ({given}), and would be lost",
            "name another file after --out",
        ),
    ),
    "SR921": error(
        zh=("到判定日 {as_of} 还没有“{given}”的记录：{since} 起才有", "要问它，--as-of 写 {since} 或以后的日子"),
        en=(
            "on {as_of} there was no record of “{given}” yet: it is on record from {since}",
            "to ask about it, give --as-of that day or a later one",
        ),
    ),
    "SR922": error(
        zh=("“{given}”没有采用：{found} {place} {why}", "改正那一处，再问"),
        en=("“{given}” was set aside: {found} {place} {why}", "correct it there and ask again"),
    ),
    "SR923": error(
        zh=(
            "“{given}”不是规则包 {pack} 里的规则，是软件自己的：说明一件记录为什么不由规则判定",
            "问某件记录的，用 explain --subject 编号；list --pack 列出全部规则",
        ),
        en=(
            "“{given}” is no rule of the pack {pack} but our own: it tells why a record is not judged by rules",
            "to ask about a record use explain --subject ID; list --pack shows all rules",
        ),
    ),
    "SR924": note(
        zh=("{second} 就是 {first}，写了两次，只检查了一次", "只留一个"),
        en=("{second} is {first} again; it was checked once", "keep one"),
    ),
    "SR925": error(
        zh=("{path} 已经有了，没有改动它，也没有新写什么", "换一个代号或文件夹；确实不要原来的，先移走或删去"),
        en=(
            "{path} is there already; it was left as it is, and nothing was written",
            "take another id or folder; if the old file is not wanted, move or remove it first",
        ),
    ),
    "SR926": error(
        zh=("“{given}”是内置规则包的代号，别处写它就是指内置的那一个", "换一个代号，如 {given}-county"),
        en=(
            "“{given}” is the id of a pack that ships, and stands for that one wherever it is written",
            "take another id, as {given}-county",
        ),
    ),
    "SR927": error(
        zh=("{first} 和 {second} 都接替 {pack}，事项归哪一个不明", "一起判定的规则包中，只留一个接替它的"),
        en=(
            "both {first} and {second} replace {pack}: it is not clear which governs a matter",
            "of the packs judged together, keep one that replaces it",
        ),
    ),
    "SR929": error(
        zh=("{given} 没有一个规则包在施行：{packs}", "换一天，或补上那一天施行的规则包"),
        en=("no pack is in force on {given}: {packs}", "ask for another day, or add the pack that was in force then"),
    ),
    "SR930": error(
        zh=(
            "{given} 施行的不止一个：{packs}",
            "只给同一份文件的各个版本；后一个接替前一个的，在 document 里写 replaces 和施行日期",
        ),
        en=(
            "several packs are in force on {given}: {packs}",
            "give the versions of one document only; where one replaces another, write replaces and the days of force",
        ),
    ),
    "SR928": error(
        zh=("{pack} 自 {since} 起接替 {before}，{before} 却自 {first} 才施行", "改正其中一个的施行日期，或 replaces"),
        en=(
            "{pack} replaces {before} from {since}, but {before} is in force from {first} only",
            "correct the day of force of one of them, or what is replaced",
        ),
    ),
    "SR931": error(
        zh=(
            "{path} 不是文件夹，规则包和用例写不进去",
            "--folder 换一个文件夹，没有的会建；不要那个文件的，先移走或删去",
        ),
        en=(
            "{path} is no folder: the pack and its cases cannot be written into it",
            "give another folder to --folder, which is made if missing; or move or remove what is there",
        ),
    ),
}
