"""What is said where the arguments of a command are wrong, in Chinese and English."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Lang

REFUSALS: dict[str, dict[Lang, str]] = {
    "bad-id": {
        "zh": "“{given}”不能作代号，用小写字母开头，只用小写字母、数字、连字符，至多{most}个，如 qinghe",
        "en": "“{given}” is no id: begin with a small letter, use small letters, digits and hyphens, {most} at most, "
        "as qinghe",
    },
    "bad-label": {
        "zh": "“{given}”不能作名称，写成一行看得见的文字，前后不空格",
        "en": "“{given}” is no name: write one line of visible text without blanks around it",
    },
    "bad-date": {
        "zh": "“{given}”不是日期，写成 2021-12-31 的样子",
        "en": "“{given}” is no date; write it as 2021-12-31",
    },
    "no-such-day": {
        "zh": "“{given}”这一天不存在，核对月份和天数",
        "en": "there is no day “{given}”; check the month and the day",
    },
    "bad-month": {"zh": "“{given}”不是月份，写成 2021-10 的样子", "en": "“{given}” is no month; write it as 2021-10"},
    "bad-reading": {"zh": "“{given}”写法不对，写成 理解=选项", "en": "“{given}”: write reading=option"},
    "bad-place": {"zh": "没有“{given}”这个地区代码，例如 CN、CN-GX", "en": "there is no place “{given}”; as CN, CN-GX"},
    "month-and-from": {
        "zh": "写了月份，就不写 --from 和 --workdays：月份是看一个月，--from 和 --workdays 是推算工作日，只能要一样",
        "en": "with a month give neither --from nor --workdays: a month is shown, or working days are counted",
    },
    "from-and-workdays": {
        "zh": "--from 和 --workdays 要一起写：从哪一天起、第几个工作日",
        "en": "give --from and --workdays together: from which day, and how many working days",
    },
    "month-or-from": {"zh": "写月份，或者写 --from 和 --workdays", "en": "give a month, or --from and --workdays"},
    "bad-count": {"zh": "“{given}”不行，要写 0 或正整数", "en": "“{given}”: write 0 or a positive whole number"},
    "bad-percentage": {
        "zh": "“{given}”不行，要写 0 到 100 的整数",
        "en": "“{given}”: write a whole number from 0 to 100",
    },
    "bad-whole": {"zh": "“{given}”不是整数", "en": "“{given}” is no whole number"},
    "bad-arguments": {"zh": "参数不对：{problem}", "en": "{problem}"},
    "missing-arguments": {"zh": "还要写 {names}", "en": "these must be given, too: {names}"},
    "unknown-arguments": {"zh": "没有这样的参数：{names}", "en": "there is no such argument: {names}"},
    "no-value": {"zh": "{name} 后面要写内容", "en": "{name} needs a value after it"},
    "twice": {"zh": "{name} 写了两次，只留一个", "en": "{name} is given twice; keep one"},
    "takes-no-value": {"zh": "{name} 后面不写内容", "en": "{name} takes no value"},
    "bad-choice": {
        "zh": "{name} 不能写“{given}”，可以写：{choices}",
        "en": "{name} cannot be “{given}”; choose from {choices}",
    },
    "bad-format": {"zh": "不能写“{given}”，可以写：{choices}", "en": "cannot be “{given}”; choose from {choices}"},
    "no-file": {"zh": "“{given}”后面要写文件名", "en": "“{given}” needs the name of a file after it"},
    "bad-value": {"zh": "{name} {reason}", "en": "{name}: {reason}"},
    "example": {"zh": "例如：{example}", "en": "for example: {example}"},
}
