"""任职: a further seat of a person whose first seat stands in the deputy's own line."""

from rencli.records.base import field
from rencli.records.seat import Seat


class Mandate(Seat):
    """同一代表的另一个席位，如又当选县代表。"""

    deputy: str = field("代表", "代表姓名", to="deputy")
