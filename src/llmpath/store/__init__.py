"""What is kept on disk: progress, which never loses a mark, and the undo file beside it."""
