"""The `nacre` command: the studio, and everything that works without a browser.

Reads arguments and prints; the work is done by the modules it calls. What an author can mend is said in one line on
the error stream, with exit status 1.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from db.store import EpisodeStore
from director.backlog import Cancelled
from director.bench import bench
from director.checking import finding_lines, statistics_lines
from director.crew import Crew
from director.director import AUTHOR, Director
from director.evaluation import evaluate, load_cases, report
from director.home import home_folder
from director.scripts.formats import FORMATS
from director.scripts.playing import run_script
from director.scripts.script import read_script
from director.scripts.scriptlist import read_scriptlist
from director.scripts.transcript import scene_named
from director.trials import try_out
from director.upkeep import free
from model.renderer.illustrator import Illustrator
from model.renderer.painter import Painter
from model.renderer.renderer import Renderer
from model.text import TextEncoder
from model.world import WorldModel
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Cursor

# The player first: it films every beat.
_PLAYED = {"player": "player", "json": "story.json", "twee": "story.twee", "script": "script.yaml"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except StoryError as error:
        print(f"nacre: {error}", file=sys.stderr)
        return 1
    except (Cancelled, KeyboardInterrupt):
        print("nacre: cancelled; what was finished is kept.", file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="nacre", description="Direct branching short dramas in plain words.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], None], about: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}.")
        added.set_defaults(run=run)
        added.add_argument("--folder", type=Path, help="where episodes live ($NACRE_HOME, else ~/.local/share/nacre)")
        added.add_argument("--database", help="database URL for the rows (default: SQLite in the folder)")
        return added

    studio = command("studio", _studio, "start the studio in the browser")
    studio.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    studio.add_argument("--port", type=int, default=7860, help="port to listen on (default: %(default)s)")
    _talks(studio)
    play = command("play", _play, "run a script without a browser: act, film, save and export it")
    play.add_argument("script", type=Path, help="a YAML script, or a HappyOyster scriptlist (.json)")
    play.add_argument("--out", type=Path, required=True, help="folder for player, JSON, Twee and script")
    _talks(play)
    memory = command("memory", _memory, "print what the characters remember at a place, as JSON")
    memory.add_argument("place", metavar="EPISODE[:SCENE[:BEAT]]", help="by default the end of the first scene")
    state = command("state", _state, "print the state of a world as JSON")
    state.add_argument("place", metavar="EPISODE[:SCENE[:BEAT]]", help="by default the end of the first scene")
    export = command("export", _export, "write an episode in a format")
    export.add_argument("episode", help="its id, the beginning of it, or its title")
    export.add_argument("-f", "--format", required=True, choices=list(FORMATS))
    export.add_argument("-o", "--out", type=Path, required=True, help="file to write, or folder for the player")
    brought = command("import", _import, "bring an episode in from a bundle")
    brought.add_argument("bundle", type=Path, help="a .nacre file, written by: nacre export EPISODE -f bundle")
    check = command("check", _check, "say what should be mended before an episode is shown, and how large it is")
    check.add_argument("episode", help="its id, the beginning of it, or its title")
    check.add_argument("--seed", type=int, default=0, help="what decides random plays (default: %(default)s)")
    passes = command("passes", _passes, "write depth, normals, segmentation and poses of a beat as clips")
    passes.add_argument("place", metavar="EPISODE[:SCENE[:BEAT]]", help="the end of the beat that is meant")
    passes.add_argument("-o", "--out", type=Path, required=True, help="folder for the clips and passes.json")
    suggest = command("suggest", _suggest, "say what could happen next, each with what it comes to")
    suggest.add_argument("place", metavar="EPISODE[:SCENE[:BEAT]]", help="by default the end of the first scene")
    suggest.add_argument("--turn", type=int, default=0, help="another number gives other ideas (default: %(default)s)")
    write = command("write", _write, "write the next scene: act it out from its hook to its turn")
    write.add_argument("place", metavar="EPISODE[:SCENE[:BEAT]]", help="what it comes after")
    cases = command("eval", _eval, "measure how often the world does what it is told")
    cases.add_argument("cases", type=Path, help="cases, one JSON object a line")
    cases.add_argument("--dump", type=Path, help="folder for the states before and after each case")
    cases.add_argument("--takes", type=int, default=1, help="takes of each beat, of which the best counts")
    collect = command("collect", _collect, "free what nothing reaches any more and nobody has touched for a while")
    collect.add_argument("--hours", type=float, default=24.0, help="for how long (default: %(default)g, at least 1)")
    collect.add_argument("--dry-run", action="store_true", help="only say what would be freed")
    command("jobs", _jobs, "list what is rendered and exported, and what became of it")
    command("verify", _verify, "look whether everything that was saved is there and whole")
    command("bench", _bench, "measure how fast this machine is; the last line is JSON")
    return parser


def _talks(parser: argparse.ArgumentParser) -> None:
    """The options of what can direct: whose language model writes lines, and whether it reads directions, too."""
    parser.add_argument("--language-model", type=Path, metavar="FOLDER", help="a language model that writes lines")
    parser.add_argument("--plans", action="store_true", help="let the language model read directions, too")


# The commands


def _studio(options: argparse.Namespace) -> None:
    """The studio is above this package, so it is started as a program of its own, in our place."""
    words = ["--host", options.host, "--port", str(options.port), "--folder", str(_folder(options))]
    words += ["--database", options.database] if options.database else []
    words += ["--language-model", str(options.language_model.resolve())] if options.language_model else []
    words += ["--plans"] if options.plans else []
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "app", *words])


def _play(options: argparse.Namespace) -> None:
    text = _text_of(options.script)
    is_list = options.script.suffix.lower() == ".json"
    script = read_scriptlist(text) if is_list else read_script(text, options.script.parent)
    for note in script.notes:
        print(f"nacre: {note}", file=sys.stderr)
    director = _director(options)
    episode = run_script(director, script, progress=_told)
    for name, file in _PLAYED.items():
        print(director.export(episode, name, options.out / file, progress=_told))
    print(json.dumps({"episode": episode, "folder": str(director.folder), "out": str(options.out)}))


def _state(options: argparse.Namespace) -> None:
    director = _director(options)
    name, _, place = options.place.partition(":")
    graph = director.story(_episode(director, name))
    print(json.dumps(director.state(_cursor(graph, place)), ensure_ascii=False, indent=2))


def _memory(options: argparse.Namespace) -> None:
    director = _director(options)
    name, _, place = options.place.partition(":")
    cursor = _cursor(director.story(_episode(director, name)), place)
    print(json.dumps(director.memories(cursor), ensure_ascii=False, indent=2))


def _export(options: argparse.Namespace) -> None:
    director = _director(options)
    print(director.export(_episode(director, options.episode), options.format, options.out, progress=_told))


def _import(options: argparse.Namespace) -> None:
    director = _director(options)
    cursor = director.import_bundle(options.bundle, progress=_told)
    print(json.dumps({"episode": cursor.episode, "title": director.story(cursor.episode).episode.title}))


def _check(options: argparse.Namespace) -> None:
    director = _director(options)
    graph = director.story(_episode(director, options.episode))
    print(*statistics_lines(graph, seed=options.seed), sep="\n")
    count = 0
    for find in (graph.lint, lambda: director.continuity(graph.episode.id)):  # the second needs states that can be read
        findings = find()
        for line in finding_lines(graph, findings):
            print(line)
        count += len(findings)
    if count:
        things = f"{count} things" if count > 1 else "One thing"
        raise StoryError(f"{things} should be mended before this episode is shown: see above.")


def _passes(options: argparse.Namespace) -> None:
    director = _director(options)
    name, _, place = options.place.partition(":")
    cursor = _cursor(director.story(_episode(director, name)), place)
    for file in director.passes(cursor, options.out, progress=_told):
        print(file)


def _suggest(options: argparse.Namespace) -> None:
    director = _director(options)
    name, _, place = options.place.partition(":")
    cursor = _cursor(director.story(_episode(director, name)), place)
    for suggestion in director.suggestions(cursor, turn=options.turn, progress=_told):
        print(f"{suggestion.direction}\n    {suggestion.outcome}")


def _write(options: argparse.Namespace) -> None:
    director = _director(options)
    name, _, place = options.place.partition(":")
    cursor = _cursor(director.story(_episode(director, name)), place)
    end = director.write_scene(cursor, progress=_told)
    scene = director.story(end.episode).scene_at(end)
    print(scene.title, *(f"  {beat.direction}" for beat in scene.beats), sep="\n")


def _collect(options: argparse.Namespace) -> None:
    if not options.hours >= 1:  # what an author acts out meanwhile is put first and referred to a little later
        raise StoryError("Only what is an hour old or more can be freed: give --hours 1 or more.")
    store = EpisodeStore.open(_folder(options), options.database)
    freed = free(store, _folder(options), age=timedelta(hours=options.hours), dry_run=options.dry_run)
    what = "would be freed" if options.dry_run else "freed"
    print(f"{freed.blobs} blobs and {freed.files} other files {what}, {freed.size:,} bytes.")


def _jobs(options: argparse.Namespace) -> None:
    for job in EpisodeStore.open(_folder(options), options.database).jobs.of(AUTHOR):
        about = " ".join(str(value) for value in job.about.values())
        far = f"{job.state:<9} {100 * job.fraction:3.0f}%"
        print(f"{job.created}  {far}  {job.kind} {job.episode[:8]} {about} {job.error}")


def _verify(options: argparse.Namespace) -> None:
    found = EpisodeStore.open(_folder(options), options.database).verify(_told)
    for flaw in found.flaws:
        print(flaw)
    print(f"{found.episodes} episodes and {found.blobs} blobs ({found.size:,} bytes) looked at.")
    if found.flaws:
        raise StoryError(f"Not everything is whole ({len(found.flaws)} flaws): put the folder back from a backup.")


def _eval(options: argparse.Namespace) -> None:
    if options.takes < 1:
        raise StoryError("A case needs at least one take: leave --takes away, or give 1 or more.")
    crew = _crew()
    cases = load_cases(options.cases)
    report(evaluate(cases, lambda case, takes: try_out(crew, case, takes), takes=options.takes, dump=options.dump))


def _bench(options: argparse.Namespace) -> None:
    crew = _crew()
    with tempfile.TemporaryDirectory(prefix="nacre-bench-") as folder:
        figures = bench(crew, lambda path: Director(EpisodeStore.open(path, recall=1), crew, path), Path(folder), _told)
    print(json.dumps(figures))


# What they share


def _folder(options: argparse.Namespace) -> Path:
    folder: Path = options.folder or home_folder(os.environ)
    return folder.expanduser().resolve()


def _crew() -> Crew:
    return Crew(WorldModel.load(), TextEncoder(), Renderer(Painter.load(), Illustrator.load()))


def _director(options: argparse.Namespace) -> Director:
    talker, plans = getattr(options, "language_model", None), getattr(options, "plans", False)
    return Director.open(_folder(options), database_url=options.database, language_model=talker, plans=plans)


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise StoryError(f"“{path}” cannot be read ({error.strerror}): name a script that is there.") from error
    except UnicodeDecodeError as error:
        raise StoryError(f"“{path}” is not a text file in UTF-8: name a script.") from error


def _episode(director: Director, name: str) -> str:
    """The id of the episode meant by an id, the beginning of one, or a title."""
    episodes = director.episodes()
    found = [e.id for e in episodes if name == e.id] or [e.id for e in episodes if name and e.id.startswith(name)]
    found = found or [e.id for e in episodes if e.title.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    what = "Several episodes are" if found else "No episode is"
    known = "; ".join(f"{e.id[:8]} {e.title}" for e in episodes[:8]) or "none yet"
    raise StoryError(f"{what} called “{name}”: give an id from the list ({known}).")


def _cursor(graph: StoryGraph, place: str) -> Cursor:
    """The cursor of SCENE[:BEAT]; the first scene and the end of a scene where nothing is said."""
    name, _, beat = place.rpartition(":") if place.rpartition(":")[2].isdecimal() else (place, "", "")
    scene = scene_named(graph, name) if name else graph.root
    end = graph.cursor_end(scene.id)
    cursor = Cursor(end.episode, end.scene, int(beat)) if beat else end
    graph.scene_at(cursor)
    return cursor


def _told(fraction: float, text: str) -> None:
    """Progress as a line that is written over, where somebody watches."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{100 * fraction:3.0f}% {text[:90]}", end="\r", file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
