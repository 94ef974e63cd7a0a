"""How fast repair lets clean text through, and how long it takes over damaged text.

    python bench/repair.py

All text is made here: the same sentences with other places, years, numbers and units. Seconds are of
one core and of this process; what is loaded once (dictionary, converter) is shown apart.
"""

import random
import sys
import time
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT)]

from ingest.repair import Repaired, repair  # noqa: E402, the project is not installed
from tests.ingest.repair.damage import damage, indented  # noqa: E402

CLEAN_BYTES = 20_000_000
DAMAGED_LINES = 120
PLACES = "青河 白石 长岭 东屏 南圩 云溪 石桥 柳塘 河西 新港 双林 临江".split()  # noqa: SIM905
UNITS = "财政局 教育局 民政局 审计局 司法局 编办 发展改革局 城市管理局 卫生健康局 住房建设局".split()  # noqa: SIM905
LINES = (
    "{place}区{year}年深化改革工作计划",
    "一、深化行政管理体制改革",
    "（一）推进审批服务便民化。编制{number}项事项的办事指南，{month}月底前向社会公布，网上办理率达到{share}%以上。",
    "（责任单位：{place}区{unit}、区{other}，各街道办事处）",
    "{number}.完善社区治理机制。以“一窗受理”为抓手，选择{count}个社区开展试点，总结经验后在全区推广；试点期间每季度评估一次。",
    "牵头单位：区{unit}",
    "参与单位：区{other}、各相关单位",
    "二是落实责任。各部门要按照《{place}区关于加强改革督查工作的意见》（{place}办〔{year}〕{number}号）的要求，定期报送进展情况。",
)
DAMAGED = (
    "完善规章制度，由区{unit}牵头，统筹各类数据资源，{month}月底前建成统一的监管平台。",
    "推进公共服务均等化、标准化建设，优化办事环节，变多头受理为一窗受理，提高群众满意度。",
    "在统一规划前提下，合理确定{count}个试点单位的职能，健全执法协调机制，保障各项任务落实。",
    "（{numeral}）加强组织领导。成立改革领导小组，研究解决重大问题。",
)


def lines(patterns: tuple[str, ...], seed: int) -> list[str]:
    """Return a hundred thousand varied lines, the same for the same seed."""
    pick = random.Random(seed)
    return [
        pattern.format(
            place=pick.choice(PLACES),
            unit=pick.choice(UNITS),
            other=pick.choice(UNITS),
            year=pick.randint(2010, 2025),
            month=pick.randint(1, 12),
            number=pick.randint(1, 99),
            count=pick.randint(2, 20),
            share=pick.randint(50, 99),
            numeral=pick.choice("一二三四五六七八九"),
        )
        for pattern, _ in zip(cycle(patterns), range(100_000), strict=False)
    ]


def timed(text: str) -> tuple[float, Repaired]:
    """Return the processor time that repair took over a text, and what it made of it."""
    start = time.process_time()
    repaired = repair(text)
    return time.process_time() - start, repaired


def bench_clean() -> None:
    """Print the speed over clean text, which must come back as it is."""
    text = "\n".join(lines(LINES, 1))
    text = (text * (CLEAN_BYTES // len(text.encode()) + 1))[: CLEAN_BYTES // 3]
    size = len(text.encode()) / 1e6
    seconds, repaired = timed(text)
    assert repaired.text == text, repaired.counts
    print(f"clean    {size:6.1f} MB  {seconds:6.2f} s  {size / seconds:6.1f} MB/s")


def bench_damaged() -> None:
    """Print the speed over text with residues and windows, and the time a window takes."""
    made = lines(DAMAGED, 2)[:DAMAGED_LINES]
    shown = [indented(line) if line.startswith("（") else damage(line) for line in made]
    loading, _ = timed("\n".join(shown[:4]))
    text = "\n".join(shown)
    seconds, repaired = timed(text)
    size = len(text.encode()) / 1e6
    windows = max(1, len(repaired.guesses))
    print(f"damaged  {size:6.3f} MB  {seconds:6.2f} s  {size / seconds:6.3f} MB/s  {repaired.counts}")
    print(f"         {seconds / windows:.2f} s a window; loading {loading:.2f} s, once")


def bench_seed() -> None:
    """Print the time for the damaged document beside the project, where it is there."""
    for path in sorted((ROOT.parent / "shared" / "seeds").glob("000_*.txt")):
        seconds, repaired = timed(path.read_text(encoding="utf-8"))
        print(f"{path.name[:3]}      {seconds:.2f} s  {repaired.counts}")


if __name__ == "__main__":
    bench_clean()
    bench_damaged()
    bench_seed()
