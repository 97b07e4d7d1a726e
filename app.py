"""The studio: `python app.py` starts it, `build_studio` puts its panels and handlers together.

Wires what `studio/` holds to a `Director`; knows nothing of how stories are told, acted or kept.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any, cast

import gradio as gr

from director.director import Director
from director.home import home_folder
from storygraph.errors import StoryError
from studio.handlers import Handlers
from studio.media import Media
from studio.overlays import Overlays
from studio.panels import build_panels, head, style, theme

ADDRESS = "() => window.location.search"
LARGEST_UPLOAD = "4gb"  # of a bundle with all its clips
ONE_AT_A_TIME = {"concurrency_id": "directing", "concurrency_limit": 1}
EVERY_ONE = {"trigger_mode": "multiple"}  # by itself, the page drops what is asked for while its like is on its way
SIDELINE = {"concurrency_id": "suggesting", "concurrency_limit": 1}  # nobody waits for suggestions


def build_studio(director: Director) -> gr.Blocks:
    """The studio of a director, to be launched with the options of `page`."""
    media = Media(director, director.folder / "media")
    with gr.Blocks(title="Nacre", analytics_enabled=False) as studio:
        place: gr.State = gr.State(None)
        address = gr.Textbox(visible=False)
        panels = build_panels()
        handlers = Handlers(director, media, panels, place)
        overlays = Overlays(director, media, panels)
        outputs = [place, *vars(panels).values()]
        shared: dict[str, Any] = {"outputs": outputs, "show_progress": "hidden", "api_visibility": "private"}
        here = {"inputs": place, **shared}
        changing = {**here, **ONE_AT_A_TIME}
        repeated = {**here, **EVERY_ONE}
        ordered = {**repeated, **ONE_AT_A_TIME}

        filming = [
            studio.load(handlers.load, address, js=ADDRESS, **shared),
            panels.opening.open(handlers.open, None, **shared),
            panels.shell.reload(handlers.reload, **here),
            panels.stage.rewind(handlers.rewind, **repeated),
            panels.strip.rewind(handlers.rewind, **repeated),
            panels.strip.take(handlers.choose_take, **changing),
            panels.story.goto(handlers.goto, **repeated),
            panels.sheet.goto(handlers.goto, **repeated),
            panels.header.undo(handlers.undo, **ordered),
            panels.header.redo(handlers.redo, **ordered),
            panels.composer.direct(handlers.direct, **ordered),
            panels.stage.retake(handlers.retake, **ordered),
            panels.stage.edit(handlers.edit, **ordered),
            panels.stage.again(handlers.act_again, **ordered),
            panels.stage.forkinside(handlers.fork_inside, **ordered),
            panels.sheet.rejoin(handlers.rejoin, **ordered),
            panels.ideas.direct(handlers.direct, **ordered),
            panels.ideas.branch(handlers.branch, **ordered),
            panels.ideas.write(handlers.write, **ordered),
        ]
        developing = [event.then(handlers.develop, **ordered) for event in filming]
        shaping = [
            panels.opening.create(handlers.create, None, **shared, **ONE_AT_A_TIME, **EVERY_ONE),
            panels.opening.bring(handlers.bring, None, **shared, **ONE_AT_A_TIME, **EVERY_ONE),
            panels.world.recast(handlers.recast, **ordered),
            panels.cast.changecast(handlers.change_cast, **ordered),
            panels.story.fork(handlers.fork, **changing),
            panels.story.link(handlers.link, **changing),
            panels.story.rechoose(handlers.rechoose, **changing),
            panels.story.unlink(handlers.unlink, **changing),
            panels.story.remember(handlers.remember, **changing),
            panels.story.forget(handlers.forget, **changing),
            panels.story.ending(handlers.ending, **changing),
            panels.story.rename(handlers.rename, **changing),
            panels.story.duplicate(handlers.duplicate, **changing),
            panels.story.remove(handlers.delete, **changing),
            panels.story.restore(handlers.restore, **changing),
            panels.story.branch(handlers.name_branch, **changing),
            panels.story.rebranch(handlers.rename_branch, **changing),
            panels.story.unbranch(handlers.delete_branch, **changing),
            panels.story.move(handlers.move, **changing),
            panels.story.reorder(handlers.reorder, **changing),
            panels.ideas.density(handlers.density, **changing),
        ]
        musing = [event.then(handlers.suggest, **repeated, **SIDELINE) for event in (*developing, *shaping)]
        others = [
            panels.header.export(overlays.export, **here),
            panels.shell.watch(overlays.watch, None, **shared),
            panels.shell.calloff(overlays.call_off, None, **shared),
            panels.header.home(handlers.home, None, **shared),
            panels.ideas.more(handlers.more, **here, **SIDELINE),
            panels.header.check(handlers.check, **repeated),
            panels.header.jobs(overlays.jobs, **here),
            panels.sheet.jobs(overlays.jobs, **here),
            panels.sheet.calloff(overlays.cancel_job, **here),
            panels.strip.compare(overlays.compare_takes, **here),
            panels.story.compare(overlays.compare, **here),
            panels.world.cast(overlays.cast, **here),
            panels.world.minds(overlays.minds, **here),
            panels.story.find(overlays.find, **here),
            panels.sheet.find(overlays.find, **repeated),
        ]
        for event in (*filming, *developing, *shaping, *musing, *others):
            event.failure(handlers.failed, **shared)
        panels.shell.nudge(handlers.nudge, None, None, show_progress="hidden", api_visibility="private")
        panels.shell.cancel(handlers.cancel, None, None, queue=False, api_visibility="private")
    return cast(gr.Blocks, studio)


def page(director: Director) -> dict[str, Any]:
    """The options of `launch` the studio needs: its look, and the one folder that is served."""
    return {
        "theme": theme(),
        "css": style(),
        "head": head(),
        "allowed_paths": [str((director.folder / "media").resolve())],
        "max_file_size": LARGEST_UPLOAD,
        "footer_links": [],
        "run_history": False,
        "ssr_mode": False,
    }


def main(arguments: list[str] | None = None) -> None:
    """Start the studio and serve it until it is interrupted."""
    parser = argparse.ArgumentParser(description="Nacre: a directing studio for branching short dramas.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default %(default)s)")
    parser.add_argument("--port", type=int, default=7860, help="port to listen on (default %(default)s)")
    parser.add_argument(
        "--folder", type=Path, default=home_folder(os.environ), help="where episodes live (%(default)s)"
    )
    parser.add_argument("--weights", default="base", help="which weights of the world model (default %(default)s)")
    parser.add_argument("--database", help="database URL for the rows; SQLite in the folder by default")
    parser.add_argument("--language-model", type=Path, help="folder of a causal language model that writes lines")
    parser.add_argument("--plans", action="store_true", help="let the language model read directions, too")
    options = parser.parse_args(arguments)
    try:
        director = Director.open(
            options.folder, database_url=options.database, weights=options.weights,
            language_model=options.language_model, plans=options.plans,
        )  # fmt: skip
    except StoryError as error:
        sys.exit(str(error))
    studio = build_studio(director).queue(max_size=64)
    try:
        studio.launch(server_name=options.host, server_port=options.port, **page(director))
    finally:
        director.close()


if __name__ == "__main__":
    main()
