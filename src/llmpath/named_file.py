"""Whether what a call names is a file or an id; nothing here takes time to import."""

import os

SUFFIX = ".toml"


def is_file(name: str) -> bool:
    """Whether a name on the command line is that of a file, and not an id."""
    return name.endswith(SUFFIX) or os.sep in name or (os.altsep is not None and os.altsep in name)
