"""Everything an author does to what is there already, by hand in a real browser: edit, act again, fork at a frame,
compare, rejoin, name branches, delete and restore, change choices and the cast, check it all, look at the jobs; also in
a story too long to be drawn at once."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from long_graphs import long_episode, walk
from playwright.sync_api import Browser, Page, expect
from screens import PATIENCE, Server, create, direct, episode_at, idle, opened
from stories import OWNER

from db.store import EpisodeStore
from studio.views import MOST_DRAWN

HOSTILE = "<b>Zoë</b> ${alert(1)}"


@pytest.fixture(scope="module")
def page(browser: Browser, server: Server) -> Iterator[Page]:
    """One page, walked through by all tests in their order."""
    page = opened(browser)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    page.goto(server.url)
    create(page, "A village at dusk. A knight stands by the well, a blacksmith holds a sword.")
    direct(page, "The knight waves.")
    idle(page)
    yield page
    page.close()
    assert errors == []


def go_to(page: Page, scene: str) -> None:
    page.locator("#story .scene-name", has_text=scene).click()
    expect(page.locator("#scene-title")).to_have_text(scene)


def more(page: Page, button: str) -> None:
    page.click("#more-button")
    page.click(f"#{button}-button")


def test_a_beat_gets_other_words(page: Page) -> None:
    page.click("#edit")
    page.fill("#edit-direction", "The blacksmith waves.")
    page.click("#edit-send")
    expect(page.locator("#beats li[data-beat='1'] .words")).to_have_text("The blacksmith waves.", timeout=PATIENCE)
    idle(page)
    page.locator("#beats .takes .compare").click()
    expect(page.locator("#sheet[open] .side")).to_have_count(2)
    page.keyboard.press("Escape")


def test_a_fork_leaves_at_the_frame_that_is_shown(page: Page) -> None:
    page.wait_for_selector("#clip")
    page.evaluate("clip = document.querySelector('#clip'); clip.pause(); clip.currentTime = 1")
    page.click("#fork-frame")
    expect(page.locator("#scene-title")).not_to_have_text("Opening", timeout=PATIENCE)
    idle(page)
    expect(page.locator("#beats li")).to_have_count(2)  # its start, and the beat as far as the frame
    page.click("#rename-button")
    page.fill("#rename-title", "Interrupted")
    page.press("#rename-title", "Enter")
    expect(page.locator("#scene-title")).to_have_text("Interrupted")


def test_two_ways_are_compared_and_the_line_is_named(page: Page) -> None:
    more(page, "compare")
    page.select_option("#compare-with", label="Opening")
    page.click("#compare-form button[type=submit]")
    expect(page.locator("#sheet[open] .side")).to_have_count(2)
    page.keyboard.press("Escape")
    more(page, "branch")
    page.fill("#branch-name", "What if")
    page.press("#branch-name", "Enter")
    expect(page.locator("#branches li")).to_contain_text("What if")


def test_a_choice_rejoins_and_is_changed_and_removed(page: Page) -> None:
    go_to(page, "Opening")
    page.click("#fork-button")
    page.fill("#fork-label", "Ride away")
    page.press("#fork-label", "Enter")
    expect(page.locator("#scene-title")).to_have_text("Ride away")
    go_to(page, "Interrupted")
    page.click("#link-button")
    page.fill("#link-label", "Follow")
    page.select_option("#link-to", label="Ride away")
    page.press("#link-label", "Enter")
    row = page.locator("#choices li", has_text="Follow")
    expect(page.locator("#sheet[open], #choices li").first).to_be_visible()
    if page.locator("#sheet[open]").count():  # something differs: keep it as it is
        page.click("#rejoin")
        idle(page)
    expect(row).to_contain_text("Ride away")
    row.get_by_role("button", name="Change the choice").click()
    page.fill("#choice-label", "Ride after them")
    page.fill("#choice-seconds", "9")
    page.check("#choice-default")
    page.press("#choice-label", "Enter")
    changed = page.locator("#choices li", has_text="Ride after them")
    for words in ("default", "9 s"):
        expect(changed).to_contain_text(words)
    changed.get_by_role("button", name="Remove").click()
    expect(page.locator("#choices li")).to_have_count(0)


def test_a_scene_goes_into_the_trash_comes_back_and_is_found(page: Page) -> None:
    go_to(page, "Ride away")
    more(page, "delete")
    expect(page.locator("#story .scene")).to_have_count(2)
    page.click("#more-button")
    page.locator("#trash button").click()
    expect(page.locator("#story .scene")).to_have_count(3)
    page.click("#find")
    page.fill("#find-words", "ride")
    expect(page.locator("#sheet[open] #found li")).to_have_count(1)
    page.locator("#found button").click()
    expect(page.locator("#scene-title")).to_have_text("Ride away")


def test_the_cast_is_shown_and_changed_which_makes_what_was_acted_stale(page: Page) -> None:
    page.click("#cast-open")
    sheet = page.locator("#cast-sheet")
    expect(sheet.locator("#cast-list")).to_contain_text("blacksmith")
    sheet.locator("#cast-list button", has_text="knight").click()
    page.fill("#cast-name", HOSTILE)
    page.select_option("#cast-age", "old")
    page.locator(".plan-mark[data-here=true]").hover()
    page.mouse.down()
    page.mouse.move(*[side + 40 for side in page.locator("#cast-plan").bounding_box().values()][:2])  # type: ignore[union-attr]
    page.mouse.up()
    put = page.input_value("#cast-x"), page.input_value("#cast-z")
    page.select_option("#cast-weather", "rain")
    page.click("#cast-save")
    expect(page.locator("#cast")).to_contain_text(HOSTILE, timeout=PATIENCE)
    expect(page.locator(".facts-line")).to_contain_text("rain")
    expect(page.locator("#undo")).to_have_attribute("title", "Undo: change the cast of “Opening”")
    expect(page.locator("#act-again")).to_contain_text("(3)")
    assert page.locator("#studio b b, #studio strong b, .plan b").count() == 0, "an author's words are no markup"
    page.click("#cast-open")
    sheet.locator("#cast-list button", has_text=HOSTILE).click()
    assert (page.input_value("#cast-x"), page.input_value("#cast-z")) == put
    page.fill("#cast-role", "dragon")
    page.click("#cast-save")
    expect(page.locator("#notice p")).to_contain_text("nothing that")
    page.locator("#notice button").first.click()


def test_what_is_stale_is_acted_again(page: Page) -> None:
    page.click("#act-again")
    expect(page.locator("#act-again")).to_have_count(0, timeout=PATIENCE)
    idle(page)
    expect(page.locator("#beats li[data-beat='1'] .takes [data-take]")).to_have_count(3)


def test_a_finding_leads_to_its_moment(page: Page) -> None:
    page.click("#check")
    found = page.locator("#sheet[open] #findings li", has_text="Ride away")
    expect(found.first).to_contain_text("Nothing happens in “Ride away”")
    found.locator("[data-go]").first.click()
    expect(page.locator("#scene-title")).to_have_text("Ride away")


def test_long_work_is_listed(page: Page, tmp_path: Path) -> None:
    page.click("#export")
    page.click("[data-format=json]")
    page.wait_for_selector("#download")
    page.click("#jobs")
    jobs = page.locator("#sheet[open] #jobs-list li")
    expect(jobs.first).to_contain_text("Branch tree")
    with page.expect_download() as download:
        jobs.first.locator("a").click()
    download.value.save_as(tmp_path / "story.json")
    assert "Ride away" in (tmp_path / "story.json").read_text("utf-8")
    for kind in ("Edit", "Act again", "Render"):
        expect(jobs.filter(has_text=kind).first).to_contain_text("done")
    page.keyboard.press("Escape")


def test_of_a_long_story_a_part_is_drawn_and_every_scene_is_in_reach(page: Page, server: Server) -> None:
    store = EpisodeStore.open(server.folder)
    episode = episode_at(page.url)
    long = long_episode(store, store.load(episode, OWNER), 120, random.Random(1))
    store.close()
    found = walk(page, server, long, 1, random.Random(1))
    assert set(found.took) == {"page", "open", "stub", "scene", "found"} and max(found.drawn) == MOST_DRAWN
    page.click("#link-button")
    page.fill("#link-label", "Much later")
    page.click("#link-to-find")
    page.fill("#find-words", "scene 119")
    page.click("#sheet[open] #found [data-scene=s119]")
    expect(page.locator("#link-to")).to_have_value("s119")
    page.press("#link-label", "Enter")
    expect(page.locator("#choices li", has_text="Much later")).to_contain_text("Scene 119")
