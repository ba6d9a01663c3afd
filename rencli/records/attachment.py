"""附件: a file kept beside the ledger as evidence of a record (a photograph, a sign-in sheet, a scanned reply)."""

from datetime import date

from rencli.records import clean
from rencli.records.base import Record, field


class Attachment(Record):
    """附在一条记录上的一个文件。文件本身按校验值存在台账旁边，同样的文件只存一份。"""

    dated_by = "added_on"

    record: str = field("所附记录", "种类/序号，如 visit/12、suggestion/5-3-12", to="record")
    name: str = field("文件名", "原来的文件名")
    sha256: str = field("校验值", "文件内容的校验值，由程序计算", read=clean.checksum, shown=False)
    size: int | None = field("大小", "字节数")
    added_on: date = field("添加日期")
    note: str | None = field("备注", long=True)

    def heading(self) -> str:
        return self.name
