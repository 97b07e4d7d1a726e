"""What goes wrong in the studio gets a sentence that helps, and loses nothing."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, expect
from screens import PATIENCE, VILLAGE, Server, copied, create, direct, episode_at, go_to_world, idle, opened

from db.store import EpisodeStore

# Pressed as soon as it is there: a pointer waits until a button stands still, which a busy browser tells late.
PRESSED = "of => { const it = document.querySelector(of); return it.checkVisibility() && (it.click(), true); }"
HOSTILE = "<img src=x onerror=alert(1)> ${alert(2)} {{constructor}} </script><script>alert(3)</script>"


@pytest.fixture
def blank(browser: Browser, server: Server) -> Iterator[Page]:
    """An empty page; no script error, no dialog and no request to anybody else may come up."""
    page = opened(browser)
    page.set_default_timeout(60_000)
    errors: list[str] = []
    page.context.on("request", lambda request: errors.extend([request.url] * (not is_ours(request.url, server))))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    yield page
    page.close()
    assert errors == []


@pytest.fixture
def page(blank: Page, server: Server) -> Page:
    """The opening screen."""
    blank.goto(server.url)
    blank.wait_for_selector("#prompt")
    return blank


@pytest.fixture
def there(blank: Page, village: str) -> Page:
    """The studio, in that world."""
    go_to_world(blank, village)
    return blank


@pytest.fixture
def own(blank: Page, server: Server, village: str) -> Page:
    """The studio, in a copy of that world."""
    go_to_world(blank, copied(server, village))
    return blank


def is_ours(url: str, server: Server) -> bool:
    return url.startswith((server.url, "data:", "blob:"))


def told(page: Page) -> str:
    """The sentence that is shown."""
    page.wait_for_selector("#notice:not([hidden])", timeout=60_000)
    return page.inner_text("#notice p")


def huge() -> bytes:
    """A small file that would fill a hundred million pixels."""
    file = io.BytesIO()
    Image.new("1", (10_000, 10_000)).save(file, "PNG")
    return file.getvalue()


def test_a_prompt_nothing_can_be_made_of(page: Page) -> None:
    for prompt, words in (("", "empty"), ("A village. " * 182, "2,000"), ("Zxqv brrk flmp wugg.", "ame a place")):
        page.fill("#prompt", prompt)
        page.click("#create")
        expect(page.locator("#notice p")).to_contain_text(words, timeout=60_000)
        assert told(page).endswith(".")
        assert page.input_value("#prompt") == prompt
        assert page.evaluate("document.body.dataset.screen") == "opening"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [("notes.png", b"Dear diary, this is no picture.", "picture"), ("huge.png", huge(), "pixel")],
    ids=["a text file named .png", "100 megapixels"],
)
def test_a_picture_that_is_none(page: Page, name: str, data: bytes, words: str) -> None:
    page.set_input_files("#picture", FilePayload(name=name, mimeType="image/png", buffer=data))
    page.wait_for_selector("#picture-remove")
    page.fill("#prompt", VILLAGE)
    page.click("#create")
    assert words in told(page)
    assert page.input_value("#prompt") == VILLAGE


def test_one_screen_is_there_at_a_time(page: Page) -> None:
    expect(page.locator("#prompt")).to_be_visible()
    expect(page.locator("#studio")).to_be_hidden()
    create(page, VILLAGE)
    expect(page.locator("#studio")).to_be_visible()
    expect(page.locator("#panel-opening")).to_be_hidden()


def test_an_episode_nobody_knows(page: Page, server: Server) -> None:
    page.goto(f"{server.url}?episode=nobody-knows-it")
    assert told(page)
    page.wait_for_selector("body[data-screen=opening] #prompt")


def test_a_place_that_is_gone_leads_to_the_start(there: Page) -> None:
    title = there.inner_text("#episode-title")
    there.goto(re.sub("scene=[^&]*", "scene=elsewhere", there.url))
    assert "elsewhere" in told(there)
    expect(there.locator("#episode-title")).to_have_text(title)


def test_a_damaged_state_is_told_and_the_rest_stays(page: Page, server: Server) -> None:
    create(page, "A room. Anna waits.")  # a copy would have the state of the world it is of
    episode = episode_at(page.url)
    store = EpisodeStore.open(server.folder)
    try:
        blob = store.blob_path(store.load(episode, "author").root.start, "author")
    finally:
        store.close()
    blob.write_bytes(b"not what it was")
    page.reload()
    assert "damaged" in told(page)
    page.wait_for_selector(f"body[data-screen=opening] [data-episode='{episode}'] img")


def test_a_direction_that_cannot_be_acted(there: Page) -> None:
    for direction, words in (
        ("The pirate hugs the astronaut.", "pirate"),
        ("", "happens next"),
        ("The knight walks. " * 112, "2,000"),
    ):
        there.fill("#direction", direction)
        there.press("#direction", "Enter")
        expect(there.locator("#notice p")).to_contain_text(words, timeout=60_000)
        assert there.input_value("#direction") == direction
    expect(there.locator("#beats li")).to_have_count(1)


def test_shift_enter_breaks_the_line_and_chips_write_words(there: Page) -> None:
    there.fill("#direction", "The knight walks.")
    there.press("#direction", "Shift+Enter")
    there.keyboard.type("He waves.")
    assert there.input_value("#direction") == "The knight walks.\nHe waves."
    there.fill("#direction", "")
    there.locator("#direction").blur()
    there.keyboard.press("f")
    expect(there.locator("#fork-label")).to_be_focused()
    there.keyboard.type("f")
    assert there.input_value("#fork-label") == "f", "shortcuts leave alone who is typing"
    there.locator("#fork-label").blur()
    there.keyboard.press("Enter")
    expect(there.locator("#direction")).to_be_focused()
    there.get_by_role("button", name="Wide", exact=True).click()
    there.locator("#cast button").first.click()
    assert there.input_value("#direction").startswith("Wide shot.")
    assert there.input_value("#direction").endswith(there.locator("#cast strong").first.inner_text())


def test_words_that_are_code_stay_words(own: Page) -> None:
    own.click("#rename-button")
    own.fill("#rename-title", HOSTILE)
    own.press("#rename-title", "Enter")
    expect(own.locator("#scene-title")).to_have_text(HOSTILE)
    expect(own.locator("#story .scene-name")).to_have_attribute("aria-label", HOSTILE)


def test_only_media_are_served(there: Page, server: Server) -> None:
    still = there.locator("#still").get_attribute("src")
    assert there.request.get(f"{server.url}{still}").ok
    for file in ("episodes.db", "studio.log", "media/../episodes.db"):
        answer = there.request.get(f"{server.url}gradio_api/file={server.folder / file}")
        assert answer.status in (403, 404), file


@pytest.mark.slow
def test_two_browsers_direct_the_same_episode(own: Page, browser: Browser) -> None:
    page, other = own, opened(browser)
    go_to_world(other, page.url)
    direct(page, "The knight waves.")
    idle(page)

    other.fill("#direction", "Night falls.")
    other.press("#direction", "Enter")
    assert "another window" in told(other)
    assert other.input_value("#direction") == "Night falls.", "the second author's words stay"
    other.click("#reload")
    expect(other.locator("#beats li")).to_have_count(2)
    assert other.input_value("#direction") == "Night falls."

    other.click("#beats li[data-beat='1'] .frame")
    expect(other.locator("#beat-count")).to_have_text("beat 1 of 1")
    direct(other, "Night falls.")
    page.reload()
    expect(page.locator("#beats li")).to_have_count(3, timeout=60_000)
    expect(page.locator("#beats li .words").nth(1)).to_have_text("The knight waves.")
    other.close()


def test_a_form_stays_under_the_hand_that_fills_it_in_while_a_beat_is_acted(own: Page) -> None:
    page = own
    page.fill("#direction", "The knight waves.")
    page.press("#direction", "Enter")
    page.click("#rename-button")
    page.fill("#rename-title", "Half a ti")
    page.press("#rename-title", "ArrowLeft")
    expect(page.locator("#beats li")).to_have_count(2, timeout=PATIENCE)  # its start, and the beat
    idle(page)
    page.keyboard.type("x")
    assert page.input_value("#rename-title") == "Half a txi"
    page.press("#rename-title", "Enter")
    expect(page.locator("#scene-title")).to_have_text("Half a txi")
    expect(page.locator("#rename-form")).to_have_count(0)


@pytest.mark.slow
def test_work_can_be_cancelled_and_begun_again(own: Page) -> None:
    page = own
    speech = "and so we wait for the night to end " * 12  # half a minute of film: nobody cancels what is over
    page.fill("#direction", f"The knight says: '{speech}'")
    page.press("#direction", "Enter")
    page.wait_for_function(PRESSED, arg="#cancel-work", polling=50, timeout=PATIENCE)
    page.wait_for_selector("#notice[data-kind=done]", timeout=PATIENCE)
    one_after_the_other(page)


def one_after_the_other(page: Page) -> None:
    """What is sent while a beat is acted comes after it, and what is sent twice is acted once; so are quick moves."""
    idle(page)
    acted = page.locator("#beats li .words")
    before = acted.all_inner_texts()  # without what was cancelled while it was acted, with what was while it was filmed
    for direction in ("Night falls.", "The knight waves."):
        page.fill("#direction", direction)
        page.press("#direction", "Enter")
        page.press("#direction", "Enter")
        page.wait_for_selector("#cancel-work")
    expect(acted).to_have_text([*before, "Night falls.", "The knight waves."], timeout=PATIENCE)
    assert page.input_value("#direction") == ""
    idle(page)
    with page.expect_response("**/queue/join*"):
        page.click("#beats li[data-beat='0'] .frame")
    page.click("#beats li[data-beat='1'] .frame")
    expect(page.locator("#beats li[data-state=here]")).to_have_attribute("data-beat", "1")
    idle(page)


def test_the_studio_fits_a_phone(browser: Browser, server: Server, village: str) -> None:
    page = opened(browser, 390, 844)
    page.goto(server.url)
    page.wait_for_selector("#prompt")
    wide = "document.documentElement.scrollWidth"
    assert page.evaluate(wide) == 390
    go_to_world(page, village)
    assert page.evaluate(wide) == 390
    for control in ("#direct", "#export", "#fork-button", "#previous"):
        box = page.locator(control).bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 390
    page.close()


def test_the_labels_speak_two_languages(there: Page) -> None:
    there.click("#language")
    expect(there.locator("#direct")).to_contain_text("开拍")
    there.reload()
    expect(there.locator("#direct")).to_contain_text("开拍", timeout=60_000)
