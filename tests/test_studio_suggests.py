"""The studio offers what could happen next; one click acts it out, another forks with it, and settings are kept."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import Browser, expect
from screens import PATIENCE, Server, create, idle, opened
from stories import HOSTILE, Kit, branching

from director.suggestions import Suggestion
from director.suggestions.ideas import Idea
from studio import views

CAFE = "Anna and Ben in a cafe. There is a letter on the table."


def test_the_panel_is_told_words_and_settings_as_plain_data(kit: Kit) -> None:
    episode = replace(branching(kit).episode, narrative="Steady", layout="Fast")
    idea = Idea("reveal", (), (), 1.0, 0.5)
    offered = [Suggestion(words, "reveal", words, (), idea) for words in HOSTILE]
    shown = views.ideas(episode, offered, turn=2)
    assert [item["direction"] for item in shown["suggestions"]] == list(HOSTILE)
    assert shown["density"] == {"narrative": "Steady", "event_style": "normal", "layout": "Fast"} and shown["turn"] == 2
    assert all(shown["density"][name] in words for name, words in shown["words"].items())
    assert views.ideas(episode, None)["suggestions"] is None


def test_one_click_acts_out_and_another_forks(server: Server, browser: Browser) -> None:
    page = opened(browser)
    page.goto(server.url)
    create(page, CAFE)
    page.wait_for_selector("#suggestions .idea", timeout=PATIENCE)
    assert 3 <= page.locator("#suggestions .idea").count() <= 5
    words = page.locator("#suggestions .idea-words").all_inner_texts()
    page.locator("#suggestions .idea-fork").nth(1).click()
    expect(page.locator("#beats li")).to_have_count(2, timeout=PATIENCE)
    idle(page)
    expect(page.locator("#receipt li[data-status=done]").first).to_be_visible()
    page.wait_for_selector("#suggestions .idea", timeout=PATIENCE)
    assert page.locator("#suggestions .idea-words").all_inner_texts() != words, "another moment, other ideas"
    page.select_option("#density-layout", "Fast")
    page.wait_for_selector("#suggestions .idea", timeout=PATIENCE)
    beats = page.locator("#beats li").count()
    page.locator("#suggestions .idea").first.click()
    expect(page.locator("#beats li")).to_have_count(beats + 1, timeout=PATIENCE)
    assert page.locator("#density-layout").input_value() == "Fast"
    idle(page)
    page.close()
