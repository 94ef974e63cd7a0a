"""Zip files whose bytes do not depend on the day they were made."""

import re
import zipfile
from io import BytesIO

DAY = (2020, 1, 1, 0, 0, 0)
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def packed(members: dict[str, bytes]) -> bytes:
    """Return a zip of the members, in their order."""
    found = BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, DAY), content, zipfile.ZIP_DEFLATED)
    return found.getvalue()


def steadied(content: bytes) -> bytes:
    """Return a zipped office document without the time it was made."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    core = "docProps/core.xml"
    if core in members:
        members[core] = STAMP.sub(rb"\g<1>2020-01-01T00:00:00Z", members[core])
    return packed(members)
