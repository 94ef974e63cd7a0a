"""Files of short invented plans for the tests of the pipeline and the command."""

from pathlib import Path

PLANS = {
    "a.txt": """盐田区2021年改革计划
一、教育改革
1.推行轮岗。（区教育局牵头，区人力资源局配合，6月底前完成）
2.改造校舍。（责任单位：区住房建设局、各街道办）
""",
    "b.md": """# 安吉县2020年改革工作要点
一、水务改革
1.整治河道。（县水利局牵头，县生态环境局配合）
2.建设水厂，覆盖率达到90%以上。（县水利局负责）
""",
    "sub/c.txt": """余姚市2019年改革任务分工
一、农业改革
1.登记宅基地。（市农业农村局牵头，市自然资源局配合）
2.推行林长制。（市林业局负责，年底前完成）
""",
}
BUILD_FILES = {"plans.jsonl", "units.jsonl", "issues.jsonl", "manifest.json"}


def make_sources(folder: Path) -> Path:
    """Write the plans below a folder and return it."""
    for name, text in PLANS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def read_build(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file of a build, hidden ones too."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}
