"""The formats an episode can be handed over in: those of the story graph, and the script, which only the director can
write. Adding one is a module with `export`, a line here or in `storygraph.export`, and a golden baseline.
"""

from __future__ import annotations

from director.scripts.transcript import export as export_script
from storygraph import export
from storygraph.errors import StoryError
from storygraph.export import Exporter

FORMATS: dict[str, Exporter] = {**export.FORMATS, "script": export_script}
SHOWS_CLIPS = frozenset({"player"})  # those for which every clip must be there


def exporter(name: str) -> Exporter:
    """The exporter of that name. Raises StoryError when there is none."""
    try:
        return FORMATS[name]
    except KeyError:
        raise StoryError(f"There is no format “{name}”: choose one of {', '.join(FORMATS)}.") from None
