"""The filters of templates, by their Chinese names: joining clauses, choosing records, saying values and deeds."""

from collections.abc import Callable, Mapping
from typing import Any

from rencli.reports.filters import acting, choosing, clauses, saying

FILTERS: Mapping[str, Callable[..., Any]] = {
    "连": clauses.join,
    "断句": clauses.sentences,
    "逐条": clauses.series,
    "有": clauses.present,
    "成章": clauses.chapters,
    "成句": clauses.closed,
    "分句": clauses.clause,
    "挑": choosing.picked,
    "早于": choosing.before,
    "各": choosing.each,
    "各月": choosing.months,
    "月月有": choosing.monthly,
    "计数": choosing.counted,
    "由多到少": choosing.by_size,
    "合计": choosing.total,
    "列举": saying.named,
    "引": saying.quoted,
    "比": saying.than,
    "余": saying.about,
    "万元": saying.wan,
    "差": saying.difference,
    "姓名": saying.told_apart,
    "汉字": saying.chinese,
    "月": saying.month,
    "月日": saying.month_day,
    "年月日": saying.full_day,
    "星期": saying.weekday,
    "日": saying.later_day,
    "至": saying.days_to,
    "格": saying.in_cell,
    "限期": saying.by_day,
    "人名": saying.person,
    "事由": saying.matter,
    "议题": acting.item,
    "做什么": acting.doing,
    "成段": acting.paragraphs,
    "合段": clauses.joined,
    "逐日": acting.each_day,
    "签到页": acting.sheets,
}
