import pytest

from shell import Shell


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_show_completion_prints_a_script_that_begins_with_how_to_load_it(run: Shell, shell: str) -> None:
    lines = run.ok(f"--show-completion {shell}").splitlines()
    head = lines[: next(at for at, line in enumerate(lines) if not line.startswith("#"))]
    assert f"# Completion of llmpath for {shell}" in "\n".join(head)
    assert f"llmpath --show-completion {shell}" in "\n".join(head)


def test_another_shell_is_a_wrong_command_line(run: Shell) -> None:
    said = 'llmpath: "csh" has no completion. Choose bash, zsh or fish.\n'
    assert run("--show-completion csh") == ("", said, 2)


def test_show_completion_without_a_shell_is_a_wrong_command_line(run: Shell) -> None:
    result = run("--show-completion")
    assert (result.stdout, result.code, result.stderr.count("\n")) == ("", 2, 1)
