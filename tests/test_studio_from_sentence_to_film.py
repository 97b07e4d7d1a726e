"""The whole way in a real browser: a sentence, a world, beats, a fork, a restart, and a film an audience can play."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from screens import Server, create, direct, idle, opened, plays

PROMPT = (
    "A medieval village with a dragon circling overhead. The player can talk to the blacksmith, buy a sword, "
    "and climb the bell tower."
)
DIRECTIONS = ("Close-up on the blacksmith.", "The blacksmith waves.", "It starts to rain.")
OTHERWISE = "Night falls."


@pytest.mark.slow
def test_from_one_sentence_to_a_forked_saved_exported_drama(browser: Browser, server: Server) -> None:
    page = opened(browser)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(server.url)
    began = time.monotonic()
    create(page, PROMPT)
    assert time.monotonic() - began < 10, "the world must be seen within ten seconds"
    assert {"blacksmith", "dragon"} <= set(page.locator("#cast strong").all_inner_texts())

    clips = [direct(page, direction) for direction in DIRECTIONS]
    assert len(set(clips)) == 3
    expect(page.locator("#receipt li").first).to_be_visible()

    page.click("#beats li[data-beat='1'] .frame")
    expect(page.locator("#beat-count")).to_have_text("beat 1 of 3")
    assert page.locator("#clip").get_attribute("src") == clips[0]
    plays(page)

    page.click("#fork-button")
    page.fill("#fork-label", "Wait for the night")
    page.press("#fork-label", "Enter")
    expect(page.locator("#scene-title")).to_have_text("Wait for the night")
    other = direct(page, OTHERWISE)
    assert other not in clips
    page.click("#minds")
    expect(page.locator("#sheet p")).to_be_visible()  # here nobody has done anything yet
    page.keyboard.press("Escape")
    assert branches(page) == {"Opening": 3, "Wait for the night": 1}
    idle(page)

    address = page.url
    page.goto("about:blank")  # a page that is open loads itself again when its server is back
    server.stop()
    server.start()
    page.goto(address)
    expect(page.locator("#scene-title")).to_have_text("Wait for the night")
    assert branches(page) == {"Opening": 3, "Wait for the night": 1}
    assert page.locator("#clip").get_attribute("src") == other
    page.click("#story .dots >> nth=0 >> [data-beat='3']")
    expect(page.locator("#beat-count")).to_have_text("beat 3 of 3")
    assert page.locator("#clip").get_attribute("src") == clips[2]
    plays(page)
    page.click("#minds")
    expect(page.locator(".mind", has_text="dragon")).to_contain_text("The blacksmith waved.")
    page.keyboard.press("Escape")

    index = export_player(page)
    page.close()
    assert errors == []
    choose_the_other_branch(browser, index)


def branches(page: Page) -> dict[str, int]:
    """The scenes the graph draws, and how many beats each has."""
    page.wait_for_selector("#story .scene")
    names = page.locator("#story .scene-name").all_text_contents()
    dots = page.locator("#story .dots")
    return {name: dots.nth(k).locator(".dot").count() - 1 for k, name in enumerate(names)}


def export_player(page: Page) -> Path:
    """Exports the film and returns the file to open; the download must be there too."""
    page.click("#export")
    page.click("[data-format=player]")
    download = page.wait_for_selector("#download", timeout=180_000)
    assert download is not None
    answer = page.request.get(page.url.split("?")[0] + str(download.get_attribute("href")))
    assert answer.ok and answer.body()[:2] == b"PK"
    return Path(page.inner_text("#notice code"))


def choose_the_other_branch(browser: Browser, index: Path) -> None:
    """From disk, without a server: the fork is offered after the first beat, and leads to the other clip."""
    page = opened(browser)
    page.goto(index.as_uri())
    page.get_by_role("button", name="Play").first.click()
    page.get_by_role("button", name=re.compile("Wait for the night")).click(timeout=60_000)
    page.wait_for_function(
        "() => { const v = document.querySelector('video.on'); return v.videoWidth > 0 && v.currentTime > 0.2; }"
    )
    page.wait_for_selector("[data-screen=end]", timeout=60_000)
    expect(page.locator("#end-title")).to_have_text("Wait for the night")
    page.close()
