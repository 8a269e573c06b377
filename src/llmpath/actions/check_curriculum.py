"""`llmpath curriculum check` and `llmpath curriculum schema`."""

import json
from pathlib import Path

from llmpath.views.checked import CheckView, FaultView


def check_curriculum(file: str) -> CheckView:
    """Return every broken rule of a curriculum file.

    Raises `NoCurriculumFileError` where there is no such file.
    """
    from llmpath.sources.toml_file import check, outline_of, read

    checked = check(read(Path(file)))
    outline = outline_of(checked, file) if checked.table is not None else None
    return CheckView(
        file=file,
        errors=tuple(FaultView(**finding._asdict()) for finding in checked.findings),
        title=outline.curriculum.title if outline else "",
        sections=len(outline.sections) if outline else 0,
        resources=len(outline.resources) if outline else 0,
    )


def curriculum_schema() -> str:
    """Return the JSON Schema of the curriculum format, for editors."""
    from llmpath.sources.document import CurriculumTable

    return json.dumps(CurriculumTable.model_json_schema(by_alias=True), indent=2)
