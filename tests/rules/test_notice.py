"""The State Council's sentences: real notices of other years against the library, and texts that cannot be right."""

from datetime import date, timedelta

import chinese_calendar
import pytest

from rencli.errors import InvalidInputError
from rencli.rules import notice
from rencli.rules.calendar import Calendar
from rencli.rules.holidays import Notice, Range, as_toml, read_notice

NOTICES = {
    2026: """国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号
　　经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
　　一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
　　二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
　　三、清明节：4月4日（周六）至6日（周一）放假，共3天。
　　四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
　　五、端午节：6月19日（周五）至21日（周日）放假，共3天。
　　六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
　　七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
　　节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
国务院办公厅
2025年11月4日""",
    2025: """元旦：1月1日（周三）放假1天，不调休。
春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
清明节：4月4日（周五）至6日（周日）放假，共3天。
劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
端午节：5月31日（周六）至6月2日（周一）放假，共3天。
国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。""",
    2024: """一、元旦:1月1日放假,与周末连休。
二、春节:2月10日至17日放假调休,共8天。2月4日(星期日)、2月18日(星期日)上班。鼓励各单位安排职工在除夕(2月9日)休息。
三、清明节:4月4日至6日放假调休,共3天。4月7日(星期日)上班。
四、劳动节:5月1日至5日放假调休,共5天。4月28日(星期日)、5月11日(星期六)上班。
五、端午节:6月10日放假,与周末连休。
六、中秋节:9月15日至17日放假调休,共3天。9月14日(星期六)上班。
七、国庆节:10月1日至7日放假调休,共7天。9月29日(星期日)、10月12日(星期六)上班。""",
    2023: """元旦：2022年12月31日至2023年1月2日放假调休，共3天。
春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
清明节：4月5日放假，共1天。
劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。""",
    2019: """元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。
春节：2月4日至10日放假调休，共7天。2月2日（星期六）、3日（星期日）上班。
清明节：4月5日放假，与周末连休。
劳动节：5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。
端午节：6月7日放假，与周末连休。
中秋节：9月13日放假，与周末连休。
国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。""",
    2017: """元旦：1月1日放假，1月2日（星期一）补休。
春节：1月27日至2月2日放假调休，共7天。1月22日（星期日）、2月4日（星期六）上班。
清明节：4月2日至4日放假调休，共3天。4月1日（星期六）上班。
劳动节：5月1日放假，与周末连休。
端午节：5月28日至30日放假调休，共3天。5月27日（星期六）上班。
国庆节、中秋节：10月1日至8日放假调休，共8天。9月30日（星期六）上班。""",
}


@pytest.mark.parametrize("year", NOTICES)
def test_a_real_notice_gives_the_days_that_the_library_has(year: int) -> None:
    found = notice.read(year, NOTICES[year])
    assert found.missing == []
    assert found.unused == []
    off = {each.first + timedelta(n) for each in found.notice.off for n in range((each.last - each.first).days + 1)}
    day = date(year - 1, 12, 29)
    while day < date(year, 12, 28):  # the last days are the next notice's
        worked = day in found.notice.worked or (day.isoweekday() < 6 and day not in off)
        assert worked == chinese_calendar.is_workday(day), day
        day += timedelta(1)


def test_the_holidays_have_their_names() -> None:
    ranges = notice.read(2026, NOTICES[2026]).notice.off
    assert [each.name for each in ranges] == ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"]
    assert ranges[1] == Range("春节", date(2026, 2, 15), date(2026, 2, 23))
    assert notice.read(2025, NOTICES[2025]).notice.off[-1].name == "国庆节、中秋节"


def test_a_sentence_alone_is_named_by_its_day() -> None:
    found = notice.read(2026, "1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。")
    assert found.notice == Notice((Range("元旦", date(2026, 1, 1), date(2026, 1, 3)),), (date(2026, 1, 4),))
    assert found.missing == ["春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"]


@pytest.mark.parametrize("year", NOTICES)
def test_what_was_read_is_written_and_read_again(year: int) -> None:
    import tomllib

    found = notice.read(year, NOTICES[year]).notice
    assert read_notice(year, tomllib.loads(as_toml(year, found))) == (found, [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1月1日（周四）至3日（周日）放假。", "2027-01-01 是星期五，通知里写的是“周四”"),
        ("1月1日（星期天）放假。", "2027-01-01 是星期五，通知里写的是“星期天”"),
        ("1月1日至3日放假，共4天。", "“1月1日至3日放假，共4天”：写的是4天，数下来是3天"),
        ("1月1日至3日放假4天。", "“1月1日至3日放假4天”：写的是4天，数下来是3天"),
        ("1月1日放假。1月4日上班。", "2027-01-04 不是周末，本来就上班"),
        ("元旦：2028年1月1日放假。", "元旦 2028-01-01 不在2027年"),
        ("元旦：2026年12月20日放假。", "元旦 2026-12-20 不在2027年"),
        ("元旦：1月1日放假。2028年1月1日（周六）上班。", "2028-01-01 不在2027年"),
        ("春节：2月11日至5日放假。", "春节 2027-02-11 至 2027-02-05 首日晚于末日"),
        ("春节：2月5日至11日放假。2月7日（周日）上班。", "2027-02-07 又写了放假（春节）"),
        ("春节：2月5日至11日放假。元宵：2月11日放假。", "2027-02-11 写了两次（春节、元宵）"),
        ("春节：2月5日至11日放假。2月30日上班。", "没有2月30日这一天"),
        ("元旦：3日放假。", "“3日”没有写是几月"),
        ("春节：2月5日至11日放假。1月31日（周日）。", "“1月31日（周日）”：没有看懂是放假还是上班"),
        ("春节：2月5日至6月11日放假。", "春节 2027-02-05 至 2027-06-11 长过一个月"),
    ],
)
def test_a_notice_that_cannot_be_right_is_refused(text: str, told: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        notice.read(2027, text)
    assert f"  · {told}" in str(refused.value).splitlines()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "没有读到放假的日子"),
        ("元旦放假三天", "没有读到放假的日子"),
        ("关于2026年部分节假日安排的通知\n元旦：1月1日放假", "这是2026年的放假通知，要写的是2027年"),
    ],
)
def test_a_text_that_is_no_notice_of_the_year_is_refused(text: str, told: str) -> None:
    with pytest.raises(InvalidInputError, match=told):
        notice.read(2027, text)


def test_what_was_not_used_is_said() -> None:
    found = notice.read(2027, "元旦：1月1日放假。办公地点3月5日搬迁。\n国务院办公厅\n2026年11月4日")
    assert found.unused == ["办公地点3月5日搬迁"]


def test_nothing_of_the_year_is_taken_for_a_calendar() -> None:
    assert Calendar().year(2027).known is False
