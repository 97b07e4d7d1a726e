"""The player in a real browser, from disk: it plays, asks, follows the answer, and remembers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect
from stories import HOSTILE, Kit, branching, hostile, remembering

from director.filming.video import write_clip
from storygraph.export import FORMATS
from storygraph.graph import StoryGraph
from storygraph.story import Choice

FRAMES = 18  # of each clip, at 24 a second


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    file = tmp_path_factory.mktemp("clip") / "clip.mp4"
    frames = (np.full((90, 160, 3), (12 * number, 90, 160), np.uint8) for number in range(FRAMES))
    write_clip(frames, file, size=(160, 90))
    return file.read_bytes()


@pytest.fixture
def opened(browser: Browser, clip: bytes, kit: Kit, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Exports a story and opens its player from disk. It must raise no error and ask nothing but its own folder."""
    # A quarter of the pixels to compose, and nothing that drifts and glows.
    context = browser.new_context(viewport={"width": 720, "height": 450}, reduced_motion="reduce")
    page = context.new_page()
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))

    def open_story(graph: StoryGraph) -> Page:
        def bytes_of(digest: str) -> bytes:
            """The same moving picture for each clip, told apart by a box that players skip (ISO 14496-12, `free`)."""
            name = kit.blobs[digest]
            return clip + (8 + len(name)).to_bytes(4, "big") + b"free" + name

        page.goto(FORMATS["player"](graph, bytes_of, tmp_path / "player").as_uri())
        return page

    yield open_story
    context.close()
    assert errors == []
    assert [url for url in asked if not url.startswith((tmp_path / "player").as_uri())] == []


def showing(page: Page, graph: StoryGraph, scene: str, beat: int = 0) -> None:
    """Wait until that clip is the one on screen, and has a picture."""
    clip = (graph.scene(scene).beats[beat].take.clip or "")[:20]
    expect(page.locator(f"video.on[data-clip='clips/{clip}.mp4']")).to_have_js_property(
        "videoWidth", 160, timeout=30_000
    )


def options(page: Page) -> list[str]:
    page.wait_for_selector("[data-screen=choice]")
    return page.locator(".option span:last-child").all_inner_texts()


def offers(page: Page, labels: list[str]) -> None:
    """Wait until these are the choices that the audience has."""
    expect(page.locator("[data-screen=choice] .option span:last-child")).to_have_text(labels)


def untimed(graph: StoryGraph, **about: object) -> StoryGraph:
    """The story with all the time in the world at its first choices, or what `about` says of them."""

    def changed(choice: Choice) -> Choice:
        return replace(choice, **({"seconds": None} | about)) if choice.seconds else choice  # type: ignore[arg-type]

    square = graph.scene("square")
    square = replace(square, choices=tuple(changed(choice) for choice in square.choices))
    return replace(graph, scenes={**graph.scenes, "square": square})


def test_the_audience_chooses_and_the_other_branch_plays(opened: Callable[..., Page], kit: Kit) -> None:
    graph = untimed(branching(kit))
    page = opened(graph)
    page.emulate_media(reduced_motion="no-preference")
    expect(page.locator("#title")).to_have_text("The Dragon's Bargain")
    page.get_by_role("button", name="Play").first.click()
    showing(page, graph, "square")
    assert options(page) == ["Slip away", "Continue"]
    page.get_by_role("button", name="Continue").click()
    showing(page, graph, "square", 1)
    expect(page.locator("#line")).to_have_text("It is coming.")
    expect(page.locator("#speaker")).to_have_text("Smith")
    page.wait_for_selector("text=Ring the bell")
    assert options(page) == ["Ring the bell", "Run"]
    page.get_by_role("button", name="Run").click()
    showing(page, graph, "field")
    page.wait_for_selector("[data-screen=end]")
    expect(page.locator("#end-title")).to_have_text("The Field")
    expect(page.locator("#found-end")).to_have_text("1 of 3 endings found")

    page.get_by_role("button", name="Try another path").click()
    showing(page, graph, "square", 1)
    assert options(page) == ["Ring the bell", "Run"]
    page.keyboard.press("1")
    showing(page, graph, "bell")

    page.reload()
    expect(page.locator("#found-start")).to_have_text("1 of 3 endings found")


def test_what_the_audience_did_opens_and_closes_choices(opened: Callable[..., Page], kit: Kit) -> None:
    graph = remembering(kit)
    gate = graph.scene("gate")
    gate = replace(gate, choices=(gate.choices[0], replace(gate.choices[1], seconds=None)))
    page = opened(replace(graph, scenes={**graph.scenes, "gate": gate}))
    page.keyboard.press("Enter")
    offers(page, ["Be kind", "Be rude"])
    page.keyboard.press("2")
    showing(page, graph, "gate")
    offers(page, ["Go alone"])
    page.keyboard.press("ArrowLeft")  # what was done is undone
    offers(page, ["Be kind", "Be rude"])
    page.keyboard.press("1")
    showing(page, graph, "gate")
    offers(page, ["Ask for help", "Go alone"])
    page.reload()
    page.keyboard.press("m")  # a scene is entered again as it was last
    page.locator("#map [role=button]").nth(1).click()
    offers(page, ["Ask for help", "Go alone"])
    page.keyboard.press("1")
    page.wait_for_selector("[data-screen=end]")
    expect(page.locator("#end-title")).to_have_text("The Help")


def test_when_the_time_is_up_the_default_is_taken(opened: Callable[..., Page], kit: Kit) -> None:
    graph = untimed(branching(kit), seconds=1.5)
    page = opened(graph)
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Continue")
    page.keyboard.press("2")
    page.wait_for_selector("#clock:not([hidden])")
    assert page.locator(".option.default span").last.inner_text() == "Run"
    showing(page, graph, "field")


def test_time_stands_still_while_paused(opened: Callable[..., Page], kit: Kit) -> None:
    graph = untimed(branching(kit), seconds=4.0)
    page = opened(graph)
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Continue")
    page.keyboard.press("2")
    page.wait_for_selector("#clock:not([hidden])")
    page.keyboard.press(" ")
    left = page.locator("#choices").evaluate("choices => choices.style.getPropertyValue('--left')")
    page.wait_for_timeout(1000)
    assert page.locator("#choices").evaluate("choices => choices.style.getPropertyValue('--left')") == left
    page.keyboard.press(" ")
    showing(page, graph, "field")


def test_keys_pause_go_back_and_hide_captions(opened: Callable[..., Page], kit: Kit) -> None:
    graph = untimed(branching(kit))
    page = opened(graph)
    player = page.locator("#player")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-screen=play]")
    page.keyboard.press(" ")
    expect(page.locator("video.on")).to_have_js_property("paused", True)
    expect(player).to_have_class("paused")
    page.keyboard.press("k")
    assert options(page) == ["Slip away", "Continue"]
    page.keyboard.press("1")
    showing(page, graph, "mill")
    page.keyboard.press("ArrowLeft")
    showing(page, graph, "square")
    assert options(page) == ["Slip away", "Continue"]
    page.keyboard.press("c")
    expect(player).to_have_attribute("data-captions", "off")
    page.keyboard.press("m")
    expect(page.locator("#map")).to_have_attribute("open", "")
    assert page.locator("#map [role=button]").count() == 2  # only what has been seen is named
    page.keyboard.press("m")
    expect(page.locator("#map")).not_to_have_attribute("open", "")
    page.keyboard.press("r")
    showing(page, graph, "square")
    expect(player).to_have_attribute("data-screen", "play")


def test_hostile_text_is_shown_as_it_is(opened: Callable[..., Page], kit: Kit) -> None:
    graph = hostile(kit)
    page = opened(graph)
    assert page.locator("#title").evaluate("title => title.textContent") == HOSTILE[2]
    assert page.title() == HOSTILE[2]
    page.locator("video").evaluate_all("videos => videos.forEach(video => { video.defaultPlaybackRate = 8; })")
    page.keyboard.press("Enter")
    for offered in (2, 6):  # two stops in the middle of the first scene
        expect(page.locator(".option")).to_have_count(offered, timeout=30_000)
        page.locator(".option.continue").click()
    expect(page.locator(".option.continue")).to_have_count(0, timeout=30_000)
    labels = page.locator(".option span:last-child").evaluate_all("spans => spans.map(span => span.textContent)")
    assert labels == [text.strip() for text in HOSTILE[::2]]
    assert page.locator("#options img, #options script, #options b").count() == 0


def test_a_clip_that_is_gone_is_told_and_can_be_skipped(opened: Callable[..., Page], kit: Kit, tmp_path: Path) -> None:
    graph = untimed(branching(kit))
    page = opened(graph)
    gone = f"{(graph.scene('mill').beats[0].take.clip or '')[:20]}.mp4"
    (tmp_path / "player" / "clips" / gone).unlink()
    page.reload()
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-screen=choice]")
    page.keyboard.press("1")
    page.wait_for_selector("[data-screen=trouble]")
    assert gone in page.locator("#trouble-text").inner_text()
    page.get_by_role("button", name="Go on without it").click()
    page.wait_for_selector("[data-screen=end]")


@pytest.mark.parametrize("aspect", ["16:9", "9:16"])
@pytest.mark.parametrize("size", [(1440, 900), (390, 844), (844, 390)])
def test_everything_fits_on_the_screen(
    opened: Callable[..., Page], kit: Kit, aspect: str, size: tuple[int, int]
) -> None:
    graph = branching(kit)
    page = opened(replace(graph, episode=replace(graph.episode, aspect=aspect)))
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for screen in ("start", "choice"):
        page.wait_for_selector(f"[data-screen={screen}]")
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
        for box in (button.bounding_box() for button in page.locator("button").all() if button.is_visible()):
            assert box
            assert box["x"] >= 0
            assert box["y"] >= 0
            assert box["x"] + box["width"] <= size[0]
            assert box["y"] + box["height"] <= size[1]
        if screen == "start":
            page.keyboard.press("Enter")
    choices, bars, frame = (page.locator(name).bounding_box() for name in ("#options", "#beats", "#frame"))
    assert choices
    assert bars
    assert frame
    assert choices["y"] + choices["height"] <= bars["y"]
    width, height = (int(part) for part in aspect.split(":"))
    assert frame["width"] / frame["height"] == pytest.approx(width / height, rel=0.02)
