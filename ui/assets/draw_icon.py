"""Draw the pictures of the app: `icon.png` (the browser's tab) and `logo.png` (the side bar).

Run `python ui/assets/draw_icon.py` after a change; the system must have the font named below.
"""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
SIZE = 256
INK = "#2B4C7E"
LEAD = "#CF3F47"
WORDS = "#5280C4"  # reads on the light and on the dark side bar
FONT = "NotoSerifCJK-Bold.ttc"
SIMPLIFIED = 2  # the face with Chinese shapes in that file


def draw_icon() -> Image.Image:
    """Return a small graph: one unit (red) that leads three items."""
    image = Image.new("RGBA", (SIZE, SIZE), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((8, 8, SIZE - 8, SIZE - 8), radius=48, fill=INK)
    centre = (84, SIZE // 2)
    for y in (62, SIZE // 2, SIZE - 62):
        pen.line((*centre, 190, y), fill="#FFFFFF", width=12)
        pen.ellipse((168, y - 24, 216, y + 24), fill="#FFFFFF")
    pen.ellipse((44, centre[1] - 40, 124, centre[1] + 40), fill=LEAD, outline="#FFFFFF", width=10)
    return image.resize((64, 64), Image.Resampling.LANCZOS)


def draw_logo() -> Image.Image:
    """Return the icon with the name in both languages beside it."""
    image = Image.new("RGBA", (440, 64), (0, 0, 0, 0))
    image.paste(draw_icon(), (0, 0))
    pen = ImageDraw.Draw(image)
    pen.text(
        (82, 33), "改革图谱", font=ImageFont.truetype(FONT, 44, index=SIMPLIFIED), fill=WORDS, anchor="lm"
    )
    pen.text(
        (272, 36),
        "Reform Atlas",
        font=ImageFont.truetype(FONT, 25, index=SIMPLIFIED),
        fill=WORDS,
        anchor="lm",
    )
    return image


if __name__ == "__main__":
    draw_icon().save(HERE / "icon.png", optimize=True)
    draw_logo().save(HERE / "logo.png", optimize=True)
