"""Measure ingest of undamaged plans against `jieba.cut` over the same text, on one core, in one run.

    python bench/ingest.py [--megabytes 20] [--source FOLDER] [--keep FOLDER]

The plans are made from those of a folder by varying years, places and numbers. Both figures are processor
time of one process; start-up (imports, dictionaries, word lists) is measured apart.
"""

import argparse
import logging
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import jieba

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from ingest import nlp  # noqa: E402 (the project is no installed package)
from ingest.pipeline import Build, ingest_file, run, write  # noqa: E402

DIVISIONS = ROOT / "data" / "places" / "divisions.tsv"
DAMAGED = re.compile(r"[a-zāáǎàēéěèīíǐìōóǒòūúǔù]{2,6}\)")


def sources(folder: Path) -> list[str]:
    """Return the texts of a folder that are undamaged plans."""
    texts = [
        p.read_text(encoding="utf-8-sig") for p in sorted(folder.iterdir()) if p.suffix in (".txt", ".md")
    ]
    return [t for t in texts if not DAMAGED.search(t) and re.search("牵头|责任单位|负责", t)]


def places() -> list[str]:
    """Return the short names of the county-level divisions, two letters each."""
    rows = (
        line.split("\t")
        for line in DIVISIONS.read_text(encoding="utf-8").splitlines()
        if line[:1] not in "#i"
    )
    return sorted({row[2] for row in rows if len(row) > 5 and row[5] == "county" and len(row[2]) == 2})


def vary(text: str, rng: random.Random, names: list[str], own: re.Pattern[str]) -> str:
    """Return the text with another year, another place and other numbers."""
    place, shift = rng.choice(names), rng.randint(-6, 8)
    text = own.sub(place, text)
    text = re.sub(r"20[012]\d(?=\s?年)", lambda m: str(int(m[0]) + shift), text)
    text = re.sub(r"\d+(?=号)", lambda m: str(rng.randint(1, 400)), text)
    return re.sub(r"(?<=\d)\d(?=[项个家万%])", lambda m: str(rng.randint(0, 9)), text)


def make_corpus(folder: Path, out: Path, megabytes: float) -> list[str]:
    """Write varied plans, one a file, and return their texts."""
    rng, made, size = random.Random(1), [], 0
    base, names = sources(folder), places()
    own = re.compile(
        "|".join(sorted({name for name in names if any(text.count(name) > 5 for text in base)})) or "$^"
    )
    if not base:
        raise SystemExit(f"{folder}: expected undamaged plans, found none")
    while size < megabytes * 1e6:
        text = vary(base[len(made) % len(base)], rng, names, own)
        (out / f"{len(made):05d}.txt").write_text(text, encoding="utf-8")
        made.append(text)
        size += len(text.encode())
    return made


def startup_seconds(path: Path) -> float:
    """Return the wall time of a fresh process from start to the first plan."""
    code = (
        "import sys; from pathlib import Path; "
        "from ingest import nlp; from ingest.pipeline import ingest_file; "
        "nlp.read_words(''); ingest_file(Path(sys.argv[1]))"
    )
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, check=True)
    return time.perf_counter() - begin


def reference_seconds(texts: list[str]) -> float:
    """Return the processor time of `jieba.cut` over the texts, its dictionary loaded before."""
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    begin = time.process_time()
    for text in texts:
        for _ in jieba.cut(text):
            pass
    return time.process_time() - begin


def ingest_seconds(folder: Path, out: Path) -> tuple[float, Build]:
    """Return the processor time from the files of a folder to a written build, and the build."""
    nlp.read_words("")  # the dictionary is loaded when the first sentence is cut: part of the start-up
    ingest_file(next(folder.iterdir()))
    begin = time.process_time()
    build = run([folder], workers=1)
    write(build, out)
    return time.process_time() - begin, build


def main() -> None:
    """Print size, both speeds and their ratio."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--megabytes", type=float, default=20.0)
    args.add_argument("--source", type=Path, default=ROOT / "data" / "plans")
    args.add_argument("--keep", type=Path, help="where the made plans are left")
    options = args.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep or Path(name) / "plans"
        folder.mkdir(parents=True, exist_ok=True)
        texts = make_corpus(options.source, folder, options.megabytes)
        size = sum(len(text.encode()) for text in texts) / 1e6
        startup = startup_seconds(folder / "00000.txt")
        print(f"{size:.1f} MB in {len(texts)} files; start-up to the first plan {startup:.2f} s")
        reference = reference_seconds(texts)
        ours, build = ingest_seconds(folder, Path(name) / "build")
    items = sum(len(plan.items) for plan in build.plans)
    roles = sum(len(item.roles) for plan in build.plans for item in plan.items)
    print(f"{len(build.plans)} plans, {items} items, {roles} roles, {len(build.units)} units")
    print(f"jieba.cut      {size / reference:6.2f} MB/s  ({reference:.1f} s)")
    print(f"ingest, 1 core {size / ours:6.2f} MB/s  ({ours:.1f} s)")
    print(f"ratio          {reference / ours:6.2f}  (aim: at least 2.5)")


if __name__ == "__main__":
    main()
