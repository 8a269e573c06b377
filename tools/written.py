"""Writes everything anew that is written from the program: completion's words, pages, man page, picture.

`python tools/written.py` after a change of a command, an option, its help or what the program shows.
"""

import cli_docs
import completion_words
import man_page
import picture

if __name__ == "__main__":
    for tool in (completion_words, cli_docs, man_page, picture):
        tool.main()
