"""Whether two pictures of a page look the same to a reader.

A page is drawn four times as large as it is compared, and reduced: grey, 60 dots an inch, so that a
millimetre is 2.4 dots. What a renderer rounds to whole dots, and how it smooths an edge, then counts
for little, and another version of poppler or freetype, or even another renderer, gives nearly the same
picture. Two measures are taken of what is left.

Spots. Both pictures are blurred, so that an edge a fraction of a dot away costs little. A dot differs
when its grey differs by SPOT of 256 steps. Dots that differ and touch make a spot. Wrong is a spot of
SPOT_SIZE dots, or ALL_SPOTS dots in all. The same page by two renderers has spots of 2 dots at most; a
level symbol with another filling makes one of 8, a line of text moved by a millimetre some hundreds.

Rules. A hairline is so thin that its row of dots is only some 10 steps darker than paper, which blurring
would lose. But it is long, and it stands in white. So dots near dark ones are left out, the rest is
darkened threefold, and means are taken over RUN dots along the line, and sums over three across. A
renderer may draw a thin rule half or twice as thick, but not leave it out: a place differs where one
picture has a rule and the other, within a dot, less than a third of it. Wrong are RULE_SIZE places that
touch. This is done for level and for upright rules.

What is not seen: another hue of the same lightness, and letters of small grey type that only change
places. run-trials.py tries what is said here.
"""
from PIL import Image, ImageChops, ImageFilter

ENLARGED = 4
RESOLUTION = 60
SPOT = 28
SPOT_SIZE = 3
ALL_SPOTS = 40
QUIET = 170
RUN = 32
LEFT_OF_RULE = 0.35
RULE = 5
RULE_SIZE = 4


def reduced(picture):
    """A drawn page as it is compared and kept. Light greys, in which hairlines are, are kept in fine
    steps and dark ones in coarse, which halves the file."""
    small = picture.convert('L').reduce(ENLARGED)
    return small.point([255 - (255 - v) // 3 * 3 if v >= 198 else round(v / 11) * 11 for v in range(256)])


def groups(mask):
    """The groups of touching dots that are not 0, as lists of (x, y), largest first."""
    width, height = mask.size
    data = mask.tobytes()
    left = {i for i, value in enumerate(data) if value}
    found = []
    while left:
        todo, group = [left.pop()], []
        while todo:
            dot = todo.pop()
            x, y = dot % width, dot // width
            group.append((x, y))
            for near_y in range(max(y - 1, 0), min(y + 2, height)):
                for near_x in range(max(x - 1, 0), min(x + 2, width)):
                    near = near_y * width + near_x
                    if near in left:
                        left.remove(near)
                        todo.append(near)
        found.append(group)
    return sorted(found, key=len, reverse=True)


def spots(one, other):
    blurred = [picture.filter(ImageFilter.GaussianBlur(1)) for picture in (one, other)]
    return ImageChops.difference(*blurred).point([0] * SPOT + [255] * (256 - SPOT))


def missing(one, other):
    """Where one has ink and the other less than a third of it."""
    return ImageChops.subtract(one.point([round(v * LEFT_OF_RULE) for v in range(256)]),
                               other.filter(ImageFilter.MaxFilter(3)))


def rules(one, other, along):
    """Where a rule along 'x' or 'y' is missing in one of the two; a dot stands for RUN along it."""
    dark = ImageChops.darker(one, other).filter(ImageFilter.MinFilter(5))
    quiet = dark.point([0] * QUIET + [255] * (256 - QUIET))
    factor = (RUN, 1) if along == 'x' else (1, RUN)
    across = (0, 1, 0) * 3 if along == 'x' else (0, 0, 0, 1, 1, 1, 0, 0, 0)
    ink = []
    for picture in (one, other):
        darkened = picture.point([min(255, (255 - v) * 3) for v in range(256)])
        alone = Image.composite(darkened, Image.new('L', picture.size, 0), quiet)
        ink.append(alone.reduce(factor).filter(ImageFilter.Kernel((3, 3), across, scale=1)))
    lost = ImageChops.lighter(missing(*ink), missing(*reversed(ink)))
    return lost.point([0] * RULE + [255] * (256 - RULE))


def differences(expected, got):
    """What is different, in words, and a mask of where; ([], mask) when the two look the same."""
    if expected.size != got.size:
        return [f'the page is {got.size[0]} × {got.size[1]} dots, not {expected.size[0]} × '
                f'{expected.size[1]}'], Image.new('L', got.size, 255)
    said = []
    where = spots(expected, got)
    found = groups(where)
    dots = sum(map(len, found))
    if found and (len(found[0]) >= SPOT_SIZE or dots >= ALL_SPOTS):
        said.append(f'{dots} dots differ, the largest spot is of {len(found[0])}')
    for along in 'xy':
        lost = rules(expected, got, along)
        runs = groups(lost)
        if runs and len(runs[0]) >= RULE_SIZE:
            millimetres = len({place['xy'.index(along)] for place in runs[0]}) * RUN / RESOLUTION * 25.4
            said.append(f'{"a level" if along == "x" else "an upright"} rule of some {millimetres:.0f} mm '
                        'is there in one picture only')
            factor = (RUN, 1) if along == 'x' else (1, RUN)
            whole = lost.resize((lost.width * factor[0], lost.height * factor[1]), Image.Resampling.NEAREST)
            where = ImageChops.lighter(where, whole.crop((0, 0, *where.size)))
    return said, where
