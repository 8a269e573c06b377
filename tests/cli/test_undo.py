from shell import Shell


def test_undo_takes_back_the_last_command(run: Shell) -> None:
    before = run.ok("list --json")
    run.ok("mark done micrograd")
    assert run.ok("list --json") != before
    run.ok("undo")
    assert run.ok("list --json") == before
