"""What a page of the web leaves behind when its text is copied: addresses, buttons, counters."""

import re
from collections.abc import Iterator
from typing import Final

from rencli.proofread.text import Fault, Rule, Text, at

_ADDRESS: Final = re.compile(
    r"(?<![@A-Za-z0-9._/-])(?:https?://[^\s，。；）)]{1,200}|www\.[A-Za-z0-9.-]{2,80}[^\s，。；）)\u4e00-\u9fff]{0,120}"
    r"|[A-Za-z0-9-]{2,40}(?:\.[A-Za-z0-9-]{2,40}){0,3}\.(?:com|cn|net|org)\b(?:/[^\s，。；）)]{0,120})?)"
)
_PHRASES: Final = re.compile(
    r"本网讯|最新文章(?=[:：\s]|$)|相关(?:阅读(?!材料|理解|书)|链接|文章(?=[:：\s]|$)|推荐(?=[:：\s]|$))|本类热门|热门(?:文章|推荐)(?=[:：\s]|$)|责任编辑|[上下]一篇(?=\s*(?:[:：]|$|[上下]一篇))|返回顶部|返回首页|打印本页"
    r"|关闭窗口(?!期)|扫一扫[^，。]{0,6}(?:关注|分享)|分享到|字体：|【字体|点击(?:数|下载|查看|这里|进入)|版权所有|免责声明|网站地图"
    r"|加入收藏|设为首页|当前位置|范文大全|未经授权|转载请注明|(?<![\u4e00-\u9fff])首页\s{0,3}[>＞»]"
)
_LINE: Final = re.compile(
    r"[\s·\-•]{0,6}(?:浏览(?:量|次数|数)?|阅读(?:量|次数|数)|点击(?:量|率|次数)|访问量|索引号|公开目录|发布时间|发布日期|发布机构"
    r"|发文机构)\s{0,3}(?:[:：].{0,40})?"
    r"|[\s·\-•]{0,6}(?:信息|文章|稿件)?来源\s{0,3}[:：].{0,24}(?:网|日报|晚报|公众号|融媒体|电视台|宣传部).{0,12}"
)


def leftovers(text: Text) -> Iterator[Fault]:
    """Addresses and the furniture of web pages; an address for mail is none."""
    for place, found in text.find(_ADDRESS):
        yield at(place, found, f"网址“{found[0][:40]}”是从网页带来的，请删去。")
    for place, found in text.find(_PHRASES):
        yield at(place, found, f"“{found[0].strip()}”是从网页带来的，请删去。")
    for place, paragraph in text.prose():
        if paragraph.kind == "text" and (line := _LINE.fullmatch(paragraph.text.rstrip())):
            yield at(place, line, "这一行是网页上的栏目，不是公文内容，请删去。")


RULES: Final = (Rule("网页痕迹", leftovers, "网址、“本网讯”、“浏览量”等从网页带来的字"),)
