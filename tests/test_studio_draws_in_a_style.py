"""A style is chosen beside the sentence, and the world is seen in it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect
from screens import VILLAGE, Server, create, opened

COLORED = """() => {
  const still = document.querySelector("#still");
  const canvas = Object.assign(document.createElement("canvas"), { width: 64, height: 36 });
  canvas.getContext("2d").drawImage(still, 0, 0, 64, 36);
  const data = canvas.getContext("2d").getImageData(0, 0, 64, 36).data;
  let most = 0;
  for (let i = 0; i < data.length; i += 4) {
    const [r, g, b] = data.slice(i, i + 3);
    most = Math.max(most, Math.max(r, g, b) - Math.min(r, g, b));
  }
  return most;
}"""


@pytest.mark.slow
def test_a_world_is_made_in_the_style_that_is_chosen(browser: Browser, server: Server) -> None:
    page = opened(browser)
    page.goto(server.url)
    expect(page.locator("#style option")).to_have_count(7)
    page.select_option("#style", "noir")
    create(page, VILLAGE)
    assert page.evaluate(COLORED) < 24
    page.goto(server.url)
    page.select_option("#style", "")
    create(page, VILLAGE)
    assert page.evaluate(COLORED) > 60
    page.close()
