"""Decide what a column of contents (工作内容) is: how its task is done, or the task itself.

Where every row has a name of its own in the column before it, that is the task and the contents say how
it is done; where rows share it, or there is no such column, the contents are the task.
"""

from collections.abc import Sequence

_HEADS = ("task", "category")  # what stands before the contents
_FEWEST = 2  # rows whose names can differ


def resolve(columns: Sequence[str], names: Sequence[str | None]) -> dict[str, str]:
    """Return what the columns before and of the contents are.

    Args:
        columns: the kinds of the columns.
        names: for each row what stands in the column before the contents, None where nothing does.
    """
    head = next((kind for kind in _HEADS if kind in columns), None)
    if "content" not in columns:
        return {}
    if head is None:
        return {"content": "task"}
    own = len(names) >= _FEWEST and None not in names and len(set(names)) == len(names)
    if own:
        return {head: "task", "content": "measure"}
    return {head: "category", "content": "task"}
