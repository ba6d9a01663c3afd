"""A paper as HTML: its words in order, its figures, nothing from outside, everything escaped; and how it prints."""

import re
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rendering import measure

from rencli import gongwen

PAPER = """＝＝
# 瓦窑镇人民代表大会主席团关于呈送2024年工作总结的报告

隆阳区人大常委会：

## 一级

收到建议\ue000ren:suggestion.total=12\ue00112\ue002件，<b>不是标记</b> & “引号”。

|种类|件数|
|:---|---:|
|建议 <i>|12|
|议案|0|
"""


class Words(HTMLParser):
    """The words of a page, its elements and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._style = tag in ("style", "title")

    def handle_endtag(self, tag: str) -> None:
        self._style = False

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.text.append(data)


def paper(text: str = PAPER) -> gongwen.Document:
    return gongwen.parse(text.replace("＝＝\n", ""))


def read(html: str) -> Words:
    found = Words()
    found.feed(html)
    return found


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_words_are_those_of_the_text() -> None:
    assert bare("".join(read(gongwen.to_html(paper())).text)) == bare(gongwen.to_text(paper()))


def test_a_figure_says_what_it_is() -> None:
    html = gongwen.to_html(paper())
    assert '<span data-figure="suggestion.total">12</span>' in html


def test_nothing_comes_from_outside_and_nothing_runs() -> None:
    html = gongwen.to_html(paper(), properties={"ren:report": 'a"><script>'})
    found = read(html)
    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in found.tags}
    assert not re.search(r"url\(|@import|https?:|\bsrc=|\bhref=", html)
    assert not [name for _, attrs in found.tags for name in attrs if name.startswith("on")]
    assert "<b>" not in html and "<i>" not in html


def test_the_page_is_chinese_and_has_the_margins_of_the_profile() -> None:
    html = gongwen.to_html(paper())
    assert '<html lang="zh-CN">' in html
    assert "@page { size: 595.3pt 841.9pt; margin: 104.9pt 73.7pt 99.2pt 79.35pt; }" in html
    software = gongwen.to_html(paper(), gongwen.SOFTWARE)
    assert "margin: 98pt 73.7pt 92.35pt 79.35pt" in software


def test_levels_tables_and_title_are_what_they_are() -> None:
    tags = [tag for tag, _ in read(gongwen.to_html(paper())).tags]
    assert [tags.count(tag) for tag in ("h1", "h2", "table", "thead", "th", "td")] == [1, 1, 1, 1, 2, 4]


def test_the_same_paper_gives_the_same_file() -> None:
    assert gongwen.to_html(paper()) == gongwen.to_html(paper())


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    """Chromium as a printer, or a skipped test."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("chromium is not installed")
    home = tmp_path_factory.mktemp("browser")

    def write(html: str) -> bytes:
        source, target = home / "paper.html", home / "paper.pdf"
        source.write_text(html, encoding="utf-8")
        target.unlink(missing_ok=True)
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        flags.append(f"--user-data-dir={home / 'own'}")
        subprocess.run(
            [program, *flags, f"--print-to-pdf={target}", Path(source).as_uri()], capture_output=True, timeout=120
        )
        return target.read_bytes()

    return write


@pytest.mark.render
def test_it_prints_on_the_page_of_the_paper(printed: Callable[[str], bytes]) -> None:
    body = "\n\n".join(["上述建议在规定时间内全部交办，承办单位逐件面商、逐件答复。" * 3] * 24)
    pages = measure(printed(gongwen.to_html(paper(f"# 工作总结\n\n{body}\n"))))
    assert len(pages) >= 2
    lines = [line for line in pages[1].lines if len(line.text) > 20]
    assert min(line.left for line in lines) == pytest.approx(28, abs=1.5)
    assert max(line.right for line in lines) == pytest.approx(184, abs=4)
    assert len(pages[1].lines) == 22
    assert [page.foot[-1].text for page in pages[:2]] == ["—1—", "—2—"]
    assert pages[0].foot[-1].centre > 262
    assert pages[0].foot[-1].right > 170
    assert pages[1].foot[-1].left < 40


@pytest.mark.render
def test_a_turned_page_is_turned(printed: Callable[[str], bytes]) -> None:
    from dataclasses import replace
    from io import BytesIO

    pdf = printed(gongwen.to_html(replace(paper(), landscape=True)))
    pdfplumber = pytest.importorskip("pdfplumber")
    with pdfplumber.open(BytesIO(pdf)) as document:
        assert document.pages[0].width > document.pages[0].height
