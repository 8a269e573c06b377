"""llmpath: a command-line tracker for learning from lectures, playlists and courses."""

__version__ = "0.1.0"
