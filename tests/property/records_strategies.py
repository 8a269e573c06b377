"""Random records, with and without every field."""

from datetime import date

from hypothesis import strategies as st

from llmpath.domain.joining import visible
from llmpath.domain.records import STATUSES, Day, Mark, Note, Opened, Position, Progress, Record, Seen, Stamp
from llmpath.domain.timeline import OPEN, Spans, joined

DEVICES = ["a1", "b2", "c3"]
DAYS = [date(2026, 11, day) for day in (1, 2, 3)]

stamps = st.builds(Stamp, st.integers(0, 6), st.sampled_from(DEVICES))
statuses = st.sampled_from([None, *STATUSES])
days = st.sampled_from(DAYS)
extras = st.dictionaries(st.sampled_from(["mood", "colour"]), st.sampled_from(["good", 3, True]), max_size=2)


@st.composite
def spans(draw: st.DrawFn) -> Spans:
    starts = draw(st.lists(st.integers(0, 60), min_size=1, max_size=3))
    return joined((start, draw(st.sampled_from([start + 1, start + 20, OPEN]))) for start in starts)


marks = st.builds(
    Mark,
    status=statuses,
    on=days,
    known=st.booleans(),
    when=st.none() | st.integers(0, 9),
    stamp=stamps,
    extra=extras,
)
openings = st.builds(
    Opened, when=st.none() | st.integers(0, 9), cleared=st.booleans(), stamp=stamps, extra=extras
)
positions = st.builds(Position, second=st.none() | st.integers(0, 99), stamp=stamps, extra=extras)
seen = st.builds(
    Seen,
    status=statuses,
    spans=spans(),
    on=days,
    known=st.booleans(),
    when=st.none() | st.integers(0, 9),
    stamp=stamps,
    extra=extras,
)
notes = st.builds(
    Note,
    id=st.sampled_from(["k1", "k2"]),
    text=st.sampled_from(["gradients add up", "", "é\n"]),
    moment=st.none() | st.integers(0, 99),
    on=days,
    gone=st.booleans(),
    stamp=stamps,
    extra=extras,
)
records = st.builds(
    Record,
    title=st.sampled_from(["", "Old", "New"]),
    mark=st.none() | marks,
    opened=st.none() | openings,
    position=st.none() | positions,
    seen=st.frozensets(seen, max_size=4).map(visible),
    notes=st.lists(notes, max_size=2).map(lambda some: {note.id: note for note in some}),
    extra=extras,
)
progresses = st.builds(
    Progress,
    items=st.dictionaries(st.sampled_from(["youtube:aaaaaaaaaaa", "example.org/a"]), records, max_size=2),
    days=st.dictionaries(
        st.tuples(st.sampled_from(DEVICES), days),
        st.builds(Day, seconds=st.integers(0, 9), stamp=stamps, extra=extras),
        max_size=2,
    ),
    extra=extras,
)
