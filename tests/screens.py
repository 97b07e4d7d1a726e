"""A studio for tests: the real server in a process of its own, and a real browser on it."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Page, expect, sync_playwright
from stories import OWNER

from db.store import EpisodeStore
from storygraph.story import new_id

ROOT = Path(__file__).parent.parent
PATIENCE = 180_000  # ms a beat may take on a machine that has other things to do
VILLAGE = "A village at dusk. A knight stands by the well."
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
]  # fmt: skip

# What Gradio logs when a page leaves while its stream is being asked for, or is already forgotten: nothing of ours.
_LEFT = re.compile(r"ERROR: +Exception in ASGI application\n(?:(?!Exception in ASGI).)*?in sse_stream\n"
                   r"(?:(?!Exception in ASGI).)*?(?:response already started\."
                   r"|del blocks\._queue\.pending_messages_per_session\[session_hash\]\n[ ~^]*\nKeyError: '\w+')\n?",
                   re.DOTALL)  # fmt: skip


@dataclass
class Server:
    """`python app.py` on a folder; it can be stopped and started again on the same port."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        command = [sys.executable, "app.py", "--folder", str(self.folder), "--port", str(self.port)]
        with (self.folder / "studio.log").open("ab") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT)
        until = time.monotonic() + 120
        while not self._answers():
            assert self.process.poll() is None and time.monotonic() < until, self.log()
            time.sleep(0.2)

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(30)
            self.process = None

    def log(self) -> str:
        return (self.folder / "studio.log").read_text("utf-8", errors="replace")

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.url, timeout=5):
                return True
        except (urllib.error.URLError, OSError):
            return False


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """A running studio; what it logged must hold no traceback when it ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    server = Server(folder, port)
    server.start()
    try:
        yield server
    finally:
        server.stop()
    log = _LEFT.sub("", server.log())
    assert "Traceback" not in log, log


@contextmanager
def browsing() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium, "chromium is not installed: see the README"
    expect.set_options(timeout=30_000)  # a busy machine is slow, not wrong
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


def opened(browser: Browser, width: int = 1440, height: int = 900) -> Page:
    """An empty page on which nothing moves but clips: what turns and pulses while one waits would be composed sixty
    times a second, by the processors that act and film."""
    return browser.new_page(viewport={"width": width, "height": height}, locale="en-US", reduced_motion="reduce")


def copied(server: Server, address: str) -> str:
    """The address of a copy of the episode that is found at an address."""
    store = EpisodeStore.open(server.folder)
    try:
        graph = store.load(episode_at(address), OWNER)
        copy = store.create(replace(graph, episode=replace(graph.episode, id=new_id())))
    finally:
        store.close()
    return address.replace(graph.episode.id, copy.episode.id)


def episode_at(address: str) -> str:
    return parse_qs(urlsplit(address).query)["episode"][0]


def go_to_world(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("body[data-screen=studio] #cast li", timeout=PATIENCE)


def create(page: Page, prompt: str) -> None:
    """A new world, seen."""
    page.fill("#prompt", prompt)
    page.click("#create")
    page.wait_for_selector("body[data-screen=studio] #cast li", timeout=PATIENCE)
    page.wait_for_function("document.querySelector('#still').naturalWidth > 0", timeout=PATIENCE)


def direct(page: Page, direction: str) -> str:
    """Directs a beat, waits until its clip plays, and returns the clip's address."""
    before = page.locator("#beats li").count()
    old = page.locator("#clip").get_attribute("src")
    page.fill("#direction", direction)
    page.press("#direction", "Enter")
    expect(page.locator("#beats li")).to_have_count(before + 1, timeout=PATIENCE)
    another = "old => ![null, old].includes(document.querySelector('#clip').getAttribute('src'))"
    page.wait_for_function(another, arg=old, timeout=PATIENCE)
    plays(page)
    assert page.input_value("#direction") == "", "what was acted out leaves the box"
    return str(page.locator("#clip").get_attribute("src"))


def plays(page: Page) -> None:
    """The clip on the stage has a picture, and its time goes on."""
    page.wait_for_selector("#clip")
    playing = "clip => clip.readyState >= 2 && clip.videoWidth > 0 && clip.currentTime > 0.2"
    page.wait_for_function(f"() => ({playing})(document.querySelector('#clip'))", timeout=60_000)


def idle(page: Page) -> None:
    """Nothing is being worked on any more."""
    page.wait_for_selector("#work", state="hidden", timeout=PATIENCE)
