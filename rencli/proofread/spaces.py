"""What does not belong inside a sentence: spaces, line breaks, hyphens planted in words."""

import re
from collections.abc import Iterator
from typing import Final

from rencli.proofread.text import HAN, Fault, Paragraph, Rule, Text, at

_MARKS: Final = "，。；：、！？“”‘’《》（）"
_SPACE: Final = re.compile(
    rf"(?<=[{HAN}{_MARKS}])(?P<gap>[ \u3000\u00a0]+)(?=[{HAN}{_MARKS}])"
    rf"|(?<=[{HAN}{_MARKS}])(?P<one>[ \u3000\u00a0]+)(?=\d)"
)
_NUMBER_THEN_HAN: Final = re.compile(rf"[\dA-Za-z.,%％—～-]{{1,24}}[{HAN}]")
_AFTER_MARK: Final = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|[—]{1,2}|[：:]"
    r"|[网报社台]讯|第[一二三四五六七八九十百\d]{1,5}[条章节])$"
)
_LABEL: Final = re.compile(rf"[{HAN}]{{2,8}}[：:]")
_DONE: Final = re.compile(rf"[。！？：；…”’》）!?:;.—][\s”）]*$|[^{HAN}，,、]$")
_OPENING: Final = re.compile(
    r"\s{0,8}(?:[一二三四五六七八九十]{1,3}[、是要]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．)]"
    r"|第[一二三四五六七八九十]{1,3}[，、篇章]|附件|抄送|主题词|各位)"
)
_SIGNATURE: Final = 26
"""Characters of a line that may be a signature or a heading and not the rest of a sentence."""
_STOPS: Final = "这一段没有写完就断了行，或者段末缺标点。请接起来或补上标点。"
_HYPHEN: Final = re.compile(rf"(?<=[{HAN}])[-－‐‑](?=[{HAN}])")
_SPLIT_WORDS: Final = """
民主 专政 和谐 政府 人民 领导 宪法 社会 国家 法律 政治 腐败 信访 上访 中央 组织 群众 党委
自由 宗教 改革 稳定 拆迁 暴力 经济 书记 主席 代表 选举 监督 法制 法治 权利 权力 共产 革命
公安 警察 法院 检察 民族 台湾 西藏 新疆 独立 维权 抗议 示威 罢工 贪污 贿赂 受贿 犯罪 征地
强拆 集会 游行 人权 阶级 斗争 社区 干部 党员 公民 维稳 反腐 执政 廉政 廉洁 纪委 监委 司法
军队 武装 安全 团结 发展 建设 服务 工作 会议 报告 决定 决议 制度 保障 就业 教育 医疗 卫生
住房 环境 农村 农民 城市 土地 企业 市场 产业 文化 道德 精神 思想 主义 理论 任务 目标 问题
矛盾 纠纷 调解 诉讼 审判 执法 违法 处罚 赌博 毒品 吸毒 色情 淫秽 卖淫 枪支 爆炸 恐怖 邪教
"""
_WORDS: Final = frozenset(_SPLIT_WORDS.split())


def spaces(text: Text) -> Iterator[Fault]:
    """A gap between two Chinese characters of a sentence; one before a number only where none follows it.

    Numbers set off on both sides are a habit of typing, spaces between the items of a line that has labels a layout.
    """
    for place, paragraph in text.prose():
        line = paragraph.text
        if not paragraph.running or len(_LABEL.findall(line)) > 1 or "\t" in line:
            continue
        for found in _SPACE.finditer(line):
            if _AFTER_MARK.search(line[: found.start()]) or "   " in found[0]:
                continue
            if found["one"] and not _NUMBER_THEN_HAN.match(line, found.end()):
                continue
            yield at(place, found, "句子里有空格，请删去。")


def broken_lines(text: Text) -> Iterator[Fault]:
    """A paragraph that stops in the middle of a sentence, and goes on in the next one or behind a line break."""
    paragraphs = text.paragraphs
    for place, paragraph in text.prose():
        line = paragraph.text.rstrip()
        if paragraph.running:
            for found in re.finditer(rf"(?<=[{HAN}，、])\n(?=[{HAN}])", line):
                yield at(place, found, "一句话中间断了行，请把两行接起来。")
        after = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        if after is not None and _unfinished(paragraph, line) and _goes_on(paragraph, after):
            yield Fault(
                place, max(len(line) - 1, 0), len(line), "这一段没有写完就断了行，或者段末缺标点。请接起来或补上标点。"
            )


def _unfinished(paragraph: Paragraph, line: str) -> bool:
    """Prose that ends without a full stop, or any line that ends with a comma."""
    if paragraph.kind != "text" or paragraph.level or not line or _DONE.search(line):
        return False
    if line.endswith(("，", ",", "、")):
        return paragraph.running or len(line) > _SIGNATURE
    if "\t" in line or (_OPENING.match(line) and not paragraph.running):
        return False
    rest = re.split("[。！？]", line)[-1]
    return (paragraph.running and len(rest) > 1) or (len(line) > _SIGNATURE and len(re.findall("[，；,;]", line)) > 1)


def _goes_on(paragraph: Paragraph, after: Paragraph) -> bool:
    """Whether the next paragraph reads as the rest of the sentence."""
    if after.kind != paragraph.kind or after.level or _OPENING.match(after.text):
        return False
    return after.running or len(after.text) > _SIGNATURE


def planted_hyphens(text: Text) -> Iterator[Fault]:
    """民-主: a word that was split to get past a filter; between names a hyphen may stand."""
    for place, found in text.find(_HYPHEN):
        line = text.paragraphs[place].text
        word = line[found.start() - 1] + line[found.end()]
        if word in _WORDS:
            yield at(place, found, f"词里夹了短横，应为“{word}”，请删去短横。")


RULES: Final = (
    Rule("句中有空格", spaces, "一句话里的汉字之间有空格"),
    Rule("句中断行", broken_lines, "一句话没有写完就断了行"),
    Rule("词中有短横", planted_hyphens, "“民-主”“和-谐”：词里夹了短横"),
)
