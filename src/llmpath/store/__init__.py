"""What is kept on disk: progress, which never loses a mark, and the undo file beside it.

Also settings and the folder of curricula, and what the doctor looks at and mends.
"""
