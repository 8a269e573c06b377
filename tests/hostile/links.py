"""Sixty links, ids and words that mean harm: to a shell, to a path, to an option parser, to a browser."""

REFUSED_LINKS = (
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,<script>x</script>", "vbscript:x",
    "file:///etc/passwd", "FILE:///etc/passwd", "file:etc/passwd", "ftp://example.org/x", "ssh://example.org",
    "mailto:x@example.org", "tel:1", "about:blank", "chrome://settings", "view-source:https://example.org",
    "steam://run/1", "ms-msdt:/id x", "x-apple.systempreferences:x", "http:example.org", "https:///x",
    "https://", "//example.org/x", "/etc/passwd", "../../../etc/passwd", "C:\\Windows\\x.exe",
    "\\\\host\\share\\x", "-flag", "--new-window", "--renderer-cmd-prefix=id", "", " ",
    "https://user@example.org/", "https://example.org@evil.example/", "https://user:pass@example.org/",
    "https://example.org /x", "https://example.org/a b", "https://example.org/\nid", "https://example.org/\t",
    "\nhttps://example.org/", "https://exa\u202emple.org/", "https://-flag/", "https://example.org:x/",
    "https://example.org/`id`", "https://example.org/\\..\\x", "https://example.org/<x>", "https://[::1/",
)  # fmt: skip
"""What is no link: refused in a curriculum, and on the command line."""

TAKEN_LINKS = (
    "https://example.org/;id", "https://example.org/$(id)", "https://example.org/${HOME}",
    "https://example.org/'id'", "https://example.org/|id", "https://example.org/&&id",
    "https://example.org/?x=1&id&", "https://example.org/#;id", "https://example.org/*?[a]!~{a,b}",
    "https://example.org/../../../etc/passwd", "https://example.org/%2e%2e/%00%0aid", "https://example.org/%s%n",
    "https://example.org/--new-window", "https://example.org/javascript:alert(1)",
    "https://example.org/?url=file:///etc/passwd",
)  # fmt: skip
"""What is a link all the same: handed to the browser as one word, and nothing of it read by a shell."""

WORDS = (
    "-flag", "--help-me", "--", ";id", "$(id)", "`id`", "${HOME}", "|id", "&& id", "> x", "a\nb", "a\tb",
    "", " ", ".", "..", "/", "../x", "../../etc/passwd", "/etc/passwd", "~root", "%00", "x%0aid", "CON",
    "con.toml", "NUL", "LPT1", "COM1:", "aux/x", "C:", "Id", "ID-", "a--b", "1", "é", "i\u0307d", "*", "?",
    "[a]", "{a,b}", "!!", "'", '"', "\\", "-a", "next", "last", "all", "video",
)  # fmt: skip
"""What is no id: refused in a curriculum. As a ref on the command line most of it names nothing."""

LINKS = (*REFUSED_LINKS, *TAKEN_LINKS)
