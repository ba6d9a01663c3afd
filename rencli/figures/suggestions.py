"""Figures of suggestions: plain questions asked of each life (contract section 3).

S: the suggestions of the period. N: of S, those handed over at least once, not withdrawn, not merged away.
"""

from rencli.figures import lives
from rencli.figures.base import Measure, Scope
from rencli.figures.lives import Story
from rencli.figures.questions import Counted, Question, Source, Test
from rencli.records.steps import HANDLING, REDOING, RETURNED, STANDINGS, WAITING
from rencli.records.suggestion import MOTION
from rencli.rules import RuleSet

LONG = 31
"""Days after which a suggestion that nobody handed over is told as a shortcoming; no law sets them."""


def accepted(scope: Scope) -> list[Story]:
    """N of the contract."""
    return [story for story in scope.once(lives.of_period) if story.life.accepted]


def _solved(story: Story, rules: RuleSet) -> bool:
    known = rules.result(story.life.result or "")
    return known is not None and known.solved


def _count(name: str, title: str, formula: str, of: Source, test: Test) -> Question:
    return Question(Measure(name, title, "件", formula), of, test)


def _rate(name: str, title: str, formula: str, test: Test, base: Test) -> Question:
    return Question(Measure(name, title, "%", formula), accepted, lambda s, at: base(s, at) and test(s, at), base)


def _any(story: Story, scope: Scope) -> bool:
    return True


def _replied(story: Story, scope: Scope) -> bool:
    return story.life.first_reply_on is not None


def _overdue(story: Story, scope: Scope) -> bool:
    return story.life.overdue(scope.period.as_of)


def _closed(story: Story, scope: Scope) -> bool:
    return story.life.closed_on is not None


def _met(story: Story, scope: Scope) -> bool:
    return story.life.met


def _heard(story: Story, scope: Scope) -> bool:
    return bool(story.life.feedbacks)


def _handled(story: Story, scope: Scope) -> bool:
    return story.life.accepted and story.life.standing != RETURNED


def _waiting(story: Story, scope: Scope) -> bool:
    return story.life.standing == WAITING and story.type != MOTION


def _waiting_long(story: Story, scope: Scope) -> bool:
    return _waiting(story, scope) and (scope.period.as_of - story.submitted_on).days > LONG


def _motion_waiting(story: Story, scope: Scope) -> bool:
    return story.life.standing == WAITING and story.type == MOTION


def _within(story: Story, scope: Scope) -> bool:
    return story.life.state == HANDLING and not _overdue(story, scope)


def _unanswered(story: Story, scope: Scope) -> bool:
    return story.life.state == HANDLING and _overdue(story, scope)


def _redone_late(story: Story, scope: Scope) -> bool:
    return story.life.state == REDOING and _overdue(story, scope)


def _late(story: Story, scope: Scope) -> bool:
    return (_replied(story, scope) or _overdue(story, scope)) and not story.life.on_time


def _open(story: Story, scope: Scope) -> bool:
    return story.life.closed_on is None


def _last(*grades: str) -> Test:
    return lambda story, scope: bool(story.life.feedbacks) and story.life.feedbacks[-1] in grades


def _made(story: Story, scope: Scope) -> bool:
    return any(scope.period.first <= promise.on <= scope.period.last for promise in story.life.promises.made)


def _promise_carried(story: Story, scope: Scope) -> bool:
    return story.life.promises.open_before(scope.period.first)


def _promise_fulfilled(story: Story, scope: Scope) -> bool:
    return any(scope.period.first <= day <= scope.period.last for day in story.life.fulfilled_on)


def _promise_open(story: Story, scope: Scope) -> bool:
    return bool(story.life.promises.open)


def _promise_overdue(story: Story, scope: Scope) -> bool:
    dues = [promise.due for promise in story.life.promises.open if promise.due is not None]
    return bool(dues) and dues[-1] < scope.period.as_of


S, N = lives.of_period, accepted

TOTALS = (
    _count("total", "总数", "本期提出的议案和建议，议案转为建议的只计一次", S, _any),
    _count("motions", "议案数", "其中的议案", S, lambda s, _: s.type == "议案"),
    _count("key", "重点督办", "其中列为重点督办的", S, lambda s, _: s.key),
    _count("assigned", "交办数", "其中交办过的", S, lambda s, _: s.life.ever_assigned),
    _count(
        "in_session",
        "会议期间",
        "其中代表在会议期间提出的",
        S,
        lambda s, _: s.origin == "代表" and s.session is not None,
    ),
    _count(
        "between_sessions",
        "闭会期间",
        "其中代表在闭会期间提出的",
        S,
        lambda s, _: s.origin == "代表" and s.session is None,
    ),
    _count("accepted", "承办数", "交办过、没有撤回和并案的", N, _any),
    _count("replied", "答复数", "承办的建议中答复过的", N, _replied),
    _count("met", "面商数", "承办的建议中答复前面商过的（含答复当日；没有答复的，面商过即计）", N, _met),
    _count("closed", "办结数", "承办的建议中办结的", N, _closed),
    _count("redone", "重办数", "承办的建议中重办过的", N, lambda s, _: s.life.redone_on is not None),
    _count("overdue", "超期数", "承办的建议中到查询日过了期限仍没有答复的", N, _overdue),
    _count("satisfied", "满意数", "承办的建议中最后一次反馈为满意的", N, _last("满意")),
    _count("mostly_satisfied", "基本满意数", "承办的建议中最后一次反馈为基本满意的", N, _last("基本满意")),
    _count("dissatisfied", "不满意数", "承办的建议中最后一次反馈为不满意的", N, _last("不满意")),
    _count("converted", "议案转来", "其中由议案转来的", S, lambda s, _: s.converted_from_id is not None),
    _count("handled", "交办未退数", "其中到查询日由单位承办的，不含待交办、退回、撤回、并案的", S, _handled),
    _count("waiting", "待交办建议数", "其中到查询日还没有交办过的建议、批评、意见", S, _waiting),
    _count("waiting_long", "久未交办数", "其中提出满一个月还没有交办过的建议、批评、意见", S, _waiting_long),
    _count("motions_waiting", "待处理议案数", "其中到查询日主席团还没有处理的议案", S, _motion_waiting),
    _count("within", "期限内数", "承办的建议中到查询日没有答复、还在办理期限内的", N, _within),
    _count("unanswered", "未答超期数", "承办的建议中到查询日过了期限、一次也没有答复的", N, _unanswered),
    _count("redo_overdue", "重办超期数", "承办的建议中到查询日过了重办期限、没有再次答复的", N, _redone_late),
    _count("late", "未按期数", "承办的建议中首次答复晚于期限的，和未答复而超期的", N, _late),
    _count("unclosed", "未办结数", "承办的建议中到查询日没有办结的", N, _open),
    _rate("reply_rate", "答复率", "答复数／承办数", _replied, _any),
    _rate("meeting_rate", "面商率", "面商数／承办数", _met, _any),
    _rate("closing_rate", "办结率", "办结数／承办数", _closed, _any),
    _rate(
        "on_time_reply_rate",
        "按期答复率",
        "首次答复不晚于当时期限的／（答复数＋未答复而超期的）",
        lambda s, _: s.life.on_time,
        lambda s, scope: _replied(s, scope) or _overdue(s, scope),
    ),
    _rate(
        "solved_rate",
        "解决率",
        "最后一次答复属于已解决的／承办数",
        lambda s, at: _solved(s, at.ledger.context.rules),
        _any,
    ),
    _rate(
        "fulfilment_rate",
        "落实率",
        "最后一次答复属于已解决的或承诺已兑现的／承办数",
        lambda s, at: _solved(s, at.ledger.context.rules) or bool(s.life.fulfilled_on),
        _any,
    ),
    _rate("satisfaction_rate", "满意率", "最后一次反馈满意的／有反馈的", _last("满意"), _heard),
    _rate(
        "first_satisfaction_rate",
        "首次满意率",
        "第一次反馈满意的／有反馈的",
        lambda s, _: s.life.feedbacks[0] == "满意",
        _heard,
    ),
    _rate(
        "accepted_satisfaction_rate",
        "满意和基本满意率",
        "最后一次反馈满意和基本满意的／有反馈的",
        _last("满意", "基本满意"),
        _heard,
    ),
)
CARRIED = (
    _count("carried", "结转数", "期前交办、到期初没有办结的", lives.carried, _any),
    _count("carried_closed", "结转办结数", "结转的建议中到查询日办结的", lives.carried, _closed),
    _count("carried_open", "结转未办结数", "结转的建议中到查询日没有办结的", lives.carried, _open),
    _count("carried_overdue", "结转超期数", "结转的建议中到查询日过了期限仍没有答复的", lives.carried, _overdue),
)
_PROMISES = (
    _count("promise.made", "承诺.作出", "期内答复作出承诺的建议", lives.promising, _made),
    _count("promise.carried", "承诺.结转", "期前作出、到期初没有兑现承诺的建议", lives.promising, _promise_carried),
    _count("promise.fulfilled", "承诺.兑现", "期内兑现承诺的建议", lives.promising, _promise_fulfilled),
    _count("promise.open", "承诺.未兑现", "到查询日承诺没有兑现的建议", lives.promising, _promise_open),
    _count("promise.overdue", "承诺.逾期", "承诺没有兑现、承诺期限已过的建议", lives.promising, _promise_overdue),
)


def _each(formula: str) -> tuple[Question, ...]:
    return (_count("", "", formula, S, _any),)


BLOCKS = (
    Counted(TOTALS),
    Counted(_each("本期该来源的建议"), "by_origin", "来源", lambda s: s.origin, ("代表", "上级转办")),
    Counted(_each("本期该类别的建议"), "by_category", "类别", lambda s: s.category),
    Counted(_each("本期最近一次交给该单位承办的建议"), "by_unit", "承办单位", lambda s: s.life.unit),
    Counted(_each("本期最后一次答复属于该类结果的建议"), "by_result", "结果", lambda s: s.life.result, ("A", "B", "C")),
    Counted(_each("本期到查询日处在该状态的建议"), "by_state", "状态", lambda s: s.life.standing, STANDINGS),
    Counted(CARRIED),
    Counted(_PROMISES),
)


def question(name: str) -> Question:
    """The question of a figure that is not divided by a word: ``replied``, ``carried_open``."""
    return next(each for block in (TOTALS, CARRIED) for each in block if each.measure.name == name)
