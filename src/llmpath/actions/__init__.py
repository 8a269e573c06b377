"""Use cases, by subject: each reads, decides, records, and returns a view of what came of it.

`session`, `learning_path`, `openings`, `history`, `moved` and `notes` are what they share.
"""
