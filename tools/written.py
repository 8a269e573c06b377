"""Writes anew all that is written from the program: words for Tab, pages, man page, examples, picture.

`python tools/written.py` after a change of a command, an option, its help or what the program shows.
"""

import cli_docs
import completion_words
import json_examples
import man_page
import picture

if __name__ == "__main__":
    for tool in (completion_words, cli_docs, man_page, json_examples, picture):
        tool.main()
