"""`llmpath` alone."""

from llmpath.actions.dashboard import dashboard
from llmpath.cli.call import Call
from llmpath.render.text.dashboard import draw


def show(call: Call) -> None:
    """Show where the learner is and what is next."""
    call.show(dashboard(call.session()), draw)
