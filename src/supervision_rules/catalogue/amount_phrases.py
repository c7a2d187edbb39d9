"""The phrases of explanations of points, totals, places and quotas, in Chinese and English."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Lang

AMOUNT_PHRASES: dict[str, dict[Lang, str]] = {
    # points, scores, rankings
    "band": {"zh": "在“{words}”一档：{points}{unit}", "en": "in the band “{words}”: {points} {unit}"},
    "band-at-least": {"zh": "{edge}以上一档：{points}{unit}", "en": "in the band from {edge} on: {points} {unit}"},
    "band-over": {"zh": "超过{edge}一档：{points}{unit}", "en": "in the band beyond {edge}: {points} {unit}"},
    "band-none": {"zh": "不到最低一档，不计", "en": "below the lowest band: nothing"},
    "band-stretch": {
        "zh": "超过{edge}的部分 {length} × {price}{unit} = {points}{unit}",
        "en": "{length} beyond {edge} × {price} = {points} {unit}",
    },
    "points-record": {"zh": "{type} {id}（{date}）：{points}{unit}", "en": "{type} {id} ({date}): {points} {unit}"},
    "points-record-lower": {
        "zh": "{type} {id}（{date}）：已按另一件计，不计（{points}{unit}）",
        "en": "{type} {id} ({date}): another one counts for it, not this ({points} {unit})",
    },
    "points-record-beyond": {
        "zh": "{type} {id}（{date}）：已满，不计（{points}{unit}）",
        "en": "{type} {id} ({date}): beyond the most that count ({points} {unit})",
    },
    "points-at-most-day": {"zh": "每日最多计{most}件", "en": "at most {most} count in a day"},
    "points-at-most-half month": {"zh": "每半月最多计{most}件", "en": "at most {most} count in half a month"},
    "points-at-most-week": {"zh": "每周最多计{most}件", "en": "at most {most} count in a week"},
    "points-at-most-month": {"zh": "每月最多计{most}件", "en": "at most {most} count in a month"},
    "points-at-most-2 months": {"zh": "每两个月最多计{most}件", "en": "at most {most} count in two months"},
    "points-at-most-4 months": {"zh": "每四个月最多计{most}件", "en": "at most {most} count in four months"},
    "points-at-most-quarter": {"zh": "每季度最多计{most}件", "en": "at most {most} count in a quarter"},
    "points-at-most-ten days": {"zh": "每旬最多计{most}件", "en": "at most {most} count in ten days"},
    "points-at-most-half year": {"zh": "每半年最多计{most}件", "en": "at most {most} count in half a year"},
    "points-at-most-year": {"zh": "每年最多计{most}件", "en": "at most {most} count in a year"},
    "points-more-records": {"zh": "另有 {records} 件", "en": "and {records} more record(s)"},
    "points-highest": {"zh": "只取最高的一件", "en": "only the highest counts"},
    "points-once": {
        "zh": "{per} 相同的只算最高的一件",
        "en": "of those with the same {per} only the highest counts",
    },
    "no-quotient": {"zh": "除数为零，没有这个商", "en": "divided by zero, which gives nothing"},
    "divided-by-zero": {"zh": "除数为零，商作 {points}", "en": "divided by zero, which gives {points}"},
    "points-add": {"zh": "加{points}{unit}", "en": "adds {points} {unit}"},
    "points-deduct": {"zh": "扣{points}{unit}", "en": "deducts {points} {unit}"},
    "points-add-capped": {"zh": "加{raw}{unit}，按上限计{points}{unit}", "en": "adds {raw} {unit}, capped at {points}"},
    "points-deduct-capped": {
        "zh": "扣{raw}{unit}，按上限计{points}{unit}",
        "en": "deducts {raw} {unit}, capped at {points}",
    },
    "points-add-raised": {"zh": "加{raw}{unit}，按下限计{points}{unit}", "en": "adds {raw} {unit}, raised to {points}"},
    "points-deduct-raised": {
        "zh": "扣{raw}{unit}，按下限计{points}{unit}",
        "en": "deducts {raw} {unit}, raised to {points}",
    },
    "score-base": {"zh": "起始 {points}{unit}", "en": "starts from {points} {unit}"},
    "box-item-add": {
        "zh": "{label}（规则 {rule}）加{points}{unit}",
        "en": "{label} (rule {rule}) adds {points} {unit}",
    },
    "box-item-deduct": {
        "zh": "{label}（规则 {rule}）扣{points}{unit}",
        "en": "{label} (rule {rule}) deducts {points} {unit}",
    },
    "box-add": {"zh": "{label}：加{points}{unit}", "en": "{label}: adds {points} {unit}"},
    "box-deduct": {"zh": "{label}：扣{points}{unit}", "en": "{label}: deducts {points} {unit}"},
    "box-add-capped": {
        "zh": "{label}：加{raw}{unit}，按上限计{points}{unit}",
        "en": "{label}: adds {raw}, capped at {points} {unit}",
    },
    "box-deduct-capped": {
        "zh": "{label}：扣{raw}{unit}，按上限计{points}{unit}",
        "en": "{label}: deducts {raw}, capped at {points} {unit}",
    },
    "box-add-raised": {
        "zh": "{label}：加{raw}{unit}，按下限计{points}{unit}",
        "en": "{label}: adds {raw}, raised to {points} {unit}",
    },
    "box-deduct-raised": {
        "zh": "{label}：扣{raw}{unit}，按下限计{points}{unit}",
        "en": "{label}: deducts {raw}, raised to {points} {unit}",
    },
    "box-add-weighted": {
        "zh": "{label}：{kept}{unit} × {weight}，加{points}{unit}",
        "en": "{label}: {kept} × {weight}, adds {points} {unit}",
    },
    "box-deduct-weighted": {
        "zh": "{label}：{kept}{unit} × {weight}，扣{points}{unit}",
        "en": "{label}: {kept} × {weight}, deducts {points} {unit}",
    },
    "box-add-capped-weighted": {
        "zh": "{label}：{raw}{unit}，按上限{kept}{unit} × {weight}，加{points}{unit}",
        "en": "{label}: {raw}, capped at {kept} × {weight}, adds {points} {unit}",
    },
    "box-deduct-capped-weighted": {
        "zh": "{label}：{raw}{unit}，按上限{kept}{unit} × {weight}，扣{points}{unit}",
        "en": "{label}: {raw}, capped at {kept} × {weight}, deducts {points} {unit}",
    },
    "box-add-raised-weighted": {
        "zh": "{label}：{raw}{unit}，按下限{kept}{unit} × {weight}，加{points}{unit}",
        "en": "{label}: {raw}, raised to {kept} × {weight}, adds {points} {unit}",
    },
    "box-deduct-raised-weighted": {
        "zh": "{label}：{raw}{unit}，按下限{kept}{unit} × {weight}，扣{points}{unit}",
        "en": "{label}: {raw}, raised to {kept} × {weight}, deducts {points} {unit}",
    },
    "score-total": {"zh": "合计 {points}{unit}", "en": "total {points} {unit}"},
    "score-total-capped": {
        "zh": "合计 {raw}{unit}，按上限计{points}{unit}",
        "en": "total {raw}, capped at {points} {unit}",
    },
    "score-total-raised": {
        "zh": "合计 {raw}{unit}，按下限计{points}{unit}",
        "en": "total {raw}, raised to {points} {unit}",
    },
    "unranked": {"zh": "没有可以排名的数，不参加排名", "en": "nothing to rank it by: it takes no part"},
    "ranked": {
        "zh": "同类 {size} 个，在前的 {above} 个，第 {rank} 名，倒数第 {from_end} 名",
        "en": "of {size} in its class {above} stand above: rank {rank}, {from_end} from the end",
    },
    # quotas
    "quota-exempt": {"zh": "是否不受名额限制", "en": "is it exempt from quotas"},
    "quota-number": {"zh": "{label}的名额 {quota} 个", "en": "quota for {label}: {quota}"},
    "quota-quoted": {"zh": "{label}的名额 {quota} 个（{words}）", "en": "quota for {label}: {quota} ({words})"},
    "quota-admitted": {
        "zh": "{member}在名额之内，见 {type} {id}",
        "en": "{member} is within the quota, from {type} {id}",
    },
    "quota-excess": {"zh": "{member}超出名额，见 {type} {id}", "en": "{member} is in excess, from {type} {id}"},
    "quota-doubtful": {
        "zh": "{member}是否在名额之内不能确定，见 {type} {id}",
        "en": "{member}: undetermined, from {type} {id}",
    },
    "quota-repeated": {
        "zh": "{member}重复提名，不另占名额，见 {type} {id}",
        "en": "{member}: put forward again, takes no other slot, from {type} {id}",
    },
    "quota-vacated": {
        "zh": "{member}已取消，名额空着，见 {type} {id}",
        "en": "{member} is left out, its slot stays empty, from {type} {id}",
    },
    "quota-within": {
        "zh": "提名 {nominated} 个，名额 {quota} 个，未超",
        "en": "{nominated} put forward, quota {quota}: within",
    },
    "quota-over": {
        "zh": "提名 {nominated} 个，名额 {quota} 个，超 {excess} 个",
        "en": "{nominated} put forward, quota {quota}: {excess} over",
    },
    "quota-undetermined": {
        "zh": "提名 {nominated} 个，名额 {quota} 个，是否超额不能确定（超 {excess} 个）",
        "en": "{nominated} put forward, quota {quota}: undetermined ({excess} over)",
    },
}
