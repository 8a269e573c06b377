"""Whether this clock can be right, and whether some clock ran ahead of it."""

from llmpath.domain.clocks_ahead import is_plausible, newest, put_back
from llmpath.domain.times import to_time
from llmpath.store.doctor.scene import FIX, Check, Scene

SKEW = 60 * 60 * 1000
"""How far ahead of this clock the newest stamp may be without a word, in milliseconds."""


def check(scene: Scene) -> Check:
    """Return what this clock says, and how far stamps are ahead of it."""
    now, progress = scene.now.at, scene.state.progress
    says = f"it is {_minute(now)}"
    if not is_plausible(now):
        detail = f"{says} by this clock, before there was an llmpath"
        return Check("clock", ok=False, detail=detail, fix="set the clock of this machine")
    ahead = put_back([progress], now).ahead
    if ahead:
        farthest = _minute(max(stamp.at for stamp in ahead))
        stamps = "1 stamp is" if len(ahead) == 1 else f"{len(ahead)} stamps are"
        detail = f"{says}; {stamps} over a day ahead, up to {farthest}"
        return Check("clock", ok=False, detail=detail, fix=f"if that is right, {FIX} puts them back to now")
    latest = newest(progress)
    if latest > now + SKEW:
        detail = f"{says}, and the newest mark is of {_minute(latest)}"
        fix = "set the clock that is wrong; until then the mark ahead wins over later ones elsewhere"
        return Check("clock", ok=False, detail=detail, fix=fix)
    return Check("clock", detail=says)


def _minute(at: int) -> str:
    return f"{to_time(at):%Y-%m-%d %H:%M} UTC"
