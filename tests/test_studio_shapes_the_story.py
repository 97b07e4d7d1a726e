"""Forks, choices, endings, names and takes, by hand in a real browser; and everything is there after a reload."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from screens import PATIENCE, Server, copied, direct, go_to_world, idle, opened, plays


@pytest.fixture
def page(browser: Browser, server: Server, village: str) -> Iterator[Page]:
    page = opened(browser)
    go_to_world(page, copied(server, village))
    yield page
    page.close()


def fork(page: Page, label: str) -> None:
    page.click("#fork-button")
    page.fill("#fork-label", label)
    page.press("#fork-label", "Enter")
    expect(page.locator("#scene-title")).to_have_text(label)


def go_to(page: Page, scene: str) -> None:
    page.locator("#story .scene-name", has_text=scene).click()
    expect(page.locator("#scene-title")).to_have_text(scene)


def test_choices_join_scenes_that_are_there(page: Page) -> None:
    fork(page, "Run for the gate")
    go_to(page, "Opening")
    fork(page, "Hide in the well")
    page.click("#link-button")
    page.fill("#link-label", "Climb out")
    page.select_option("#link-to", label="Run for the gate")
    page.check("#link-default")
    page.fill("#link-seconds", "8")
    page.press("#link-label", "Enter")
    row = page.locator("#choices li")
    for words in ("Climb out", "Run for the gate", "default", "8 s"):
        expect(row).to_contain_text(words)
    expect(page.locator("#story .edge")).to_have_count(3)
    expect(page.locator("#story .edge[data-kind=rejoin].default")).to_have_count(1)

    page.click("#more-button")
    page.click("#variables-button")
    page.fill("#variables-text", "trust = 0")
    page.press("#variables-text", "Enter")
    expect(page.locator("#variables-form")).to_have_count(0)  # it closes when the story has it
    page.click("#more-button")
    page.click("#variables-button")
    expect(page.locator("#variables li")).to_have_text("trust = 0")
    page.click("#link-button")
    page.fill("#link-label", "Ask for help")
    page.fill("#link-if", "trust >= 2 and met")
    page.fill("#link-then", "trust -= 1; trust = trust * 2")
    page.press("#link-label", "Enter")
    expect(page.locator("#notice p")).to_contain_text("“met”, which there is not: set it up first")
    page.fill("#link-if", "trust >= 2")
    page.press("#link-label", "Enter")
    expect(row).to_have_count(2)
    for words in ("if trust >= 2", "trust -= 1; trust = trust * 2"):
        expect(row.last).to_contain_text(words)
    row.last.get_by_role("button", name="Remove").click()
    expect(row).to_have_count(1)

    page.reload()
    expect(page.locator("#choices li")).to_contain_text("Climb out")
    page.locator("#choices").get_by_role("button", name="Remove").click()
    expect(page.locator("#story .edge")).to_have_count(2)


def test_an_ending_is_marked_and_a_scene_renamed(page: Page) -> None:
    page.click("#rename-button")
    page.fill("#rename-title", "The square at dusk")
    page.press("#rename-title", "Enter")
    expect(page.locator("#story .scene-name")).to_have_attribute("aria-label", "The square at dusk")
    page.click("#ending-button")
    expect(page.locator("#story .scene[data-ending=true] .flag")).to_have_count(1)
    page.reload()
    expect(page.locator("#scene-title")).to_have_text("The square at dusk")
    expect(page.locator("#ending-button")).to_have_attribute("aria-pressed", "true")


def test_what_was_done_is_taken_back_and_made_again(page: Page) -> None:
    fork(page, "Run for the gate")
    expect(page.locator("#undo")).to_have_attribute("title", "Undo: fork “Run for the gate”")
    expect(page.locator("#redo")).to_be_disabled()
    page.keyboard.press("Control+z")
    expect(page.locator("#story .scene")).to_have_count(1)
    expect(page.locator("#undo")).to_be_disabled()
    page.reload()
    page.locator("#redo").click()
    expect(page.locator("#scene-title")).to_have_text("Run for the gate")
    expect(page.locator("#story .scene")).to_have_count(2)


def test_a_choice_that_cannot_be_is_refused_with_a_sentence(page: Page) -> None:
    fork(page, "Run for the gate")
    go_to(page, "Opening")
    page.click("#ending-button")
    expect(page.locator("#notice p")).to_contain_text("ending")
    expect(page.locator("#story .flag")).to_have_count(0)


def test_the_story_is_taken_away_as_text(page: Page, server: Server) -> None:
    for format in ("json", "twee"):
        page.click("#export")
        page.click(f"[data-format={format}]")
        link = page.wait_for_selector(f"#download[download$='.{format}']")
        assert link is not None
        answer = page.request.get(server.url + str(link.get_attribute("href")))
        assert answer.ok and page.inner_text("#episode-title") in answer.text()


def test_an_episode_is_taken_away_as_a_bundle_and_brought_back(page: Page, server: Server, tmp_path: Path) -> None:
    fork(page, "Run for the gate")
    page.click("#export")
    page.click("[data-format=bundle]")
    link = page.wait_for_selector("#download")
    assert link is not None
    file = tmp_path / "story.nacre"
    file.write_bytes(page.request.get(server.url + str(link.get_attribute("href"))).body())
    page.click("#home")
    page.set_input_files("#bundle", file)
    page.wait_for_selector("body[data-screen=studio] #cast li", timeout=60_000)
    expect(page.locator("#story .scene")).to_have_count(2)
    page.click("#home")
    file.write_bytes(file.read_bytes()[:-1])
    page.set_input_files("#bundle", file)
    expect(page.locator("#notice p")).to_contain_text("only a part of one")


@pytest.mark.slow
def test_of_several_takes_one_counts_and_any_can(page: Page) -> None:
    page.click("[data-takes='2']")
    first = direct(page, "The knight waves.")
    idle(page)
    takes = page.locator("#beats li[data-beat='1'] .takes button[data-take]")
    expect(takes).to_have_count(2)
    page.locator("#beats .takes [aria-pressed=false]").click()
    page.wait_for_function(
        "old => ![null, old].includes(document.querySelector('#clip').getAttribute('src'))", arg=first, timeout=PATIENCE
    )
    plays(page)
    idle(page)
    page.locator("#retake").click()
    expect(takes).to_have_count(3, timeout=PATIENCE)
    idle(page)
    expect(page.locator("#beats .takes [aria-pressed=true]")).to_have_text("3")
