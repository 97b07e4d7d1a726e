"""The stories that were opened or saved last, held in memory: going on in a long one must not read all of it again.

A story is a value and its version tells whether it is still the newest, so nothing here can go stale: whoever asks has
just read the episode's row. Safe to share between threads. Knows no tables.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from storygraph.graph import StoryGraph
from storygraph.story import Episode

__all__ = ["RecentStories"]


class RecentStories:
    """Up to `most` stories, the last used of all."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._graphs: OrderedDict[str, StoryGraph] = OrderedDict()
        self._lock = Lock()

    def get(self, episode: Episode) -> StoryGraph | None:
        """The story of just this episode, version and all; None when it is not at hand."""
        with self._lock:
            graph = self._graphs.get(episode.id)
            if graph is None or graph.episode != episode:
                return None
            self._graphs.move_to_end(episode.id)
            return graph

    def put(self, graph: StoryGraph) -> StoryGraph:
        """Hold a story that has been read or saved, and return it."""
        with self._lock:
            self._graphs[graph.episode.id] = graph
            self._graphs.move_to_end(graph.episode.id)
            while len(self._graphs) > self._most:
                self._graphs.popitem(last=False)
        return graph
