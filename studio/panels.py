"""The panels: custom components of a fixed, empty template each, drawn by `assets/<name>.js` from their value.

An author's words reach a panel as data in its value and the page as text; no template ever holds them. Knows neither
stories nor directors.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import gradio as gr

ASSETS = Path(__file__).parent / "assets"


@dataclass(frozen=True)
class Panels:
    """One component for each part of the screen, in the order in which they stand on the page."""

    shell: gr.HTML
    opening: gr.HTML
    header: gr.HTML
    stage: gr.HTML
    composer: gr.HTML
    ideas: gr.HTML
    strip: gr.HTML
    world: gr.HTML
    story: gr.HTML
    sheet: gr.HTML
    cast: gr.HTML


def build_panels() -> Panels:
    """The panels, laid out. To be called inside `gr.Blocks`."""
    made: dict[str, gr.HTML] = {name: _panel(name) for name in ("shell", "opening", "sheet", "cast")}
    with gr.Column(elem_id="studio"):
        made["header"] = _panel("header")
        with gr.Column(elem_id="studio-left"):
            made.update({name: _panel(name) for name in ("stage", "composer", "ideas", "strip")})
        with gr.Column(elem_id="studio-right"):
            made.update({name: _panel(name) for name in ("world", "story")})
    return Panels(**{field.name: made[field.name] for field in fields(Panels)})


def _panel(name: str) -> gr.HTML:
    return gr.HTML(
        value={},
        html_template=f'<div class="nacre nacre-{name}"></div>',
        js_on_load=f'element = element.querySelector(".nacre");\n{_asset(f"{name}.js")}',
        apply_default_css=False,
        elem_id=f"panel-{name}",
    )


def sealed(view: dict[str, Any]) -> dict[str, str]:
    """What a panel shows as one text, for a view of many parts: Gradio's page copies and watches every value inside a
    value, which takes far longer than drawing them."""
    return {"sealed": json.dumps(view, ensure_ascii=False, separators=(",", ":"))}


def style() -> str:
    """The style sheet of the whole page."""
    return _asset("theme.css")


def head() -> str:
    """What the page needs before its panels draw: the words in both languages, and what the panels share."""
    words: dict[str, Any] = json.loads(_asset("words.json"))
    spelled = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
    viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">'
    return f"{viewport}<script>window.nacreWords = {spelled};</script><script>{_asset('common.js')}</script>"


def theme() -> gr.themes.Base:
    """Gradio's plainest theme: `theme.css` does the rest."""
    return gr.themes.Base(font=["Inter", "system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"])


@cache
def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")
