"""代表小组: a deputies' group."""

from rencli.records.base import Record, field


class Group(Record):
    """代表小组或大组。"""

    unique = ("name",)
    named_by = "name"

    name: str = field("名称/小组名称", "如 第一代表小组")
    type: str | None = field("类型", words="大组 小组")
    parent: str | None = field("所属大组", "小组所在的大组", to="group")
    leader: str | None = field("组长", "代表姓名", to="deputy")
    liaison: str | None = field("联络员")
    note: str | None = field("备注", long=True)
