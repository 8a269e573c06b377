"""The scripts that make a shell complete; they lie beside this, as the shells name them."""

from pathlib import Path

from llmpath.errors import UsageError

SCRIPTS = {"bash": "llmpath.bash", "zsh": "_llmpath", "fish": "llmpath.fish"}


def script_for(shell: str) -> str:
    """Return the script for a shell, or raise `UsageError`."""
    if shell not in SCRIPTS:
        raise UsageError(f'"{shell}" has no completion', "choose bash, zsh or fish")
    return Path(__file__).with_name(SCRIPTS[shell]).read_text("utf-8")
