"""A curriculum file that uses every field is taken as it stands."""

from llmpath.domain.outline import KINDS, Companion, Curriculum, Outline
from llmpath.sources.toml_file import check, outline_of
from unit.curricula import HEAD, SECTION, findings

WHOLE = '''\
# Every field that there is.
schema = 1
id = "mine"
title = "My own list"
version = "2026.11"
source = "https://example.org/list"

[[sections]]
id = "first"
title = "First things"
note = "Begin *here*."
after = []

[[sections.resources]]
id = "micrograd"
kind = "video"
title = "Building   micrograd"
url = "https://youtu.be/VMj-3S1tku0?si=x"
author = "Andrej Karpathy"
duration = "2:25:52"
start = 25
end = "2:24:39"
note = """
Two lines
of Markdown.
"""
after = []
was = ["https://example.org/old", "youtube:AAAAAAAAAAA", "old-name"]
links = [
  { title = "Code", url = "https://github.com/karpathy/micrograd" },
]

[[sections.resources.chapters]]
start = "0:00:00"
title = "Intro"

[[sections.resources.chapters]]
start = 25
title = "Overview"

[[sections]]
id = "second"
title = "Second things"
after = ["first"]

[[sections.resources]]
id = "list"
kind = "playlist"
title = "A list"
url = "https://www.youtube.com/playlist?list=PLabc"
after = ["micrograd"]

[[sections.resources.parts]]
title = "Without a link"

[[sections.resources.parts]]
title = "Whole"
kind = "article"
url = "http://example.org/a"
author = "Someone"
duration = 600
note = "Short"
was = ["old"]
links = [{ title = "More", url = "https://example.org/b" }]

[[sections.resources.parts]]
title = "Piece"
url = "https://youtu.be/BBBBBBBBBBB"
duration = "10:00"
start = "1:00"
end = "9:00"
chapters = [{ start = 60, title = "Intro" }]

[[sections.resources]]
id = "lessons"
kind = "course"
title = "A course"
after = ["first", "list"]
parts = [{ title = "A lesson" }, { title = "A film", kind = "video" }]

[[sections]]
id = "later"
title = "Nothing yet"
'''


def whole() -> Outline:
    return outline_of(check(WHOLE.encode()), "mine.toml")


def test_nothing_is_wrong_with_it() -> None:
    assert findings(WHOLE) == []


def test_it_says_what_it_is() -> None:
    assert whole().curriculum == Curriculum("mine", "My own list", "2026.11", "https://example.org/list")
    assert [(node.id, node.title, node.note, node.after) for node in whole().sections] == [
        ("first", "First things", "Begin *here*.", ()),
        ("second", "Second things", None, ("first",)),
        ("later", "Nothing yet", None, ()),
    ]


def test_a_resource_keeps_all_that_is_said_of_it() -> None:
    video = whole().by_id["micrograd"]
    assert (video.kind, video.title, video.url) == (
        "video",
        "Building micrograd",
        "https://youtu.be/VMj-3S1tku0?si=x",
    )
    assert (video.author, video.note) == ("Andrej Karpathy", "Two lines\nof Markdown.\n")
    assert (video.start, video.end, video.seconds) == (25, 8679, 8654)
    assert video.links == (Companion("Code", "https://github.com/karpathy/micrograd"),)
    assert {"example.org/old", "youtube:AAAAAAAAAAA", "mine#old-name"} <= set(video.aliases)
    assert [(chapter.start, chapter.title) for chapter in video.chapters] == [(0, "Intro"), (25, "Overview")]


def test_a_part_keeps_all_that_is_said_of_it() -> None:
    _, article, piece = whole().by_id["list"].parts
    assert (article.title, article.key, article.author) == ("Whole", "example.org/a", "Someone")
    assert (article.seconds, article.note) == (600, "Short")
    assert article.links == (Companion("More", "https://example.org/b"),)
    assert "mine#old" in article.aliases
    assert (piece.start, piece.end, piece.seconds) == (60, 540, 480)
    assert [(chapter.start, chapter.title) for chapter in piece.chapters] == [(60, "Intro")]


def test_a_part_is_a_video_in_a_playlist_and_a_link_elsewhere() -> None:
    assert [part.kind for part in whole().by_id["list"].parts] == ["video", "article", "video"]
    assert [part.kind for part in whole().by_id["lessons"].parts] == ["link", "video"]


def test_what_comes_after_what_is_kept() -> None:
    assert whole().by_id["list"].after == ("micrograd",)
    assert whole().by_id["lessons"].after == ("first", "list")


def test_every_kind_is_taken() -> None:
    resources = "".join(
        f'[[sections.resources]]\nid = "a-{kind}"\nkind = "{kind}"\ntitle = "T"\n' for kind in KINDS
    )
    assert len(KINDS) == 10
    assert findings(SECTION + resources) == []


def test_a_curriculum_may_be_empty() -> None:
    assert findings(HEAD) == []
    assert outline_of(check(HEAD.encode()), "mine.toml").sections == ()
