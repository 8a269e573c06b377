"""Use cases, one a file: each reads, decides, records, and returns a view of what came of it."""
