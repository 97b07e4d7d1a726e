"""How each verb is acted: one small generator a verb, yielding once a world step until it is done.

A behaviour only wishes (`Simulator.wish`) and decides what changes hands; weight and limits are the simulator's.
Every decision looks at the state and the time since the action began alone, so that a model can learn it.
"""

from model.teacher.behaviours import body, going, sky, things, together
from model.teacher.behaviours.registry import BEHAVIOURS, Play, behaviour

__all__ = ["BEHAVIOURS", "Play", "behaviour", "body", "going", "sky", "things", "together"]
