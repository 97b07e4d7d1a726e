"""The studio says how a world was cast, and makes it anew from a changed sentence."""

from __future__ import annotations

from playwright.sync_api import Browser, expect
from screens import PATIENCE, Server, create, opened

NAME = "<b>Zoë</b>"


def test_an_author_sees_what_was_chosen_and_changes_it(server: Server, browser: Browser) -> None:
    page = opened(browser)
    page.goto(server.url)
    create(page, "A wedding with guests.")
    first = page.url
    page.click("#casting summary")
    expect(page.locator("#casting li").first).to_contain_text("chosen to suit the wedding")
    assert page.input_value("#recast-prompt") == "A wedding with guests."
    page.fill("#recast-prompt", f"A wedding with a bride named {NAME} and an old man.")
    page.click("#recast")
    page.wait_for_function("first => location.href !== first", arg=first, timeout=PATIENCE)
    expect(page.locator("#cast")).to_contain_text("old man", timeout=PATIENCE)
    assert page.locator("#cast b, #casting b").count() == 0, "an author's words are no markup"
    page.goto(first)
    expect(page.locator("#cast")).to_contain_text("guest", timeout=PATIENCE)
    page.close()
