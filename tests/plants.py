"""Stories with a contradiction planted in each, and clean ones: what the continuity ledger is measured on.

    PYTHONPATH=. python tests/plants.py            # acted by hand, in seconds
    PYTHONPATH=. python tests/plants.py --acted    # acted by the shipped world model
    PYTHONPATH=. python tests/plants.py --held-out # the stories that were written when the ledger was done

Each plant is a function that tells a story and says what must be found in it: the kind, or the key of the difference,
and the scene. The last line is JSON.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable

from theatre import Theatre, at_hour, changed, in_setting, restaged, under

Planted = tuple[str, str]  # what is found: the kind of contradiction or of difference; the scene in which it shows
Plant = Callable[[Theatre], Planted]
Clean = Callable[[Theatre], None]

VILLAGE = "A village at noon with Anna, Ben, a table, a chest, a well, a chair, a vase, a letter and a sword."
村庄 = "中午的村庄里有骑士、铁匠、一张桌子、一口井、一盏灯、一封信和一把剑。"


# Contradictions


def the_dead_are_back(play: Theatre) -> Planted:
    play.begin(VILLAGE).direct("opening", "Anna picks up the sword.")
    play.fork("opening", "duel", "Strike").direct("duel", "Anna kills Ben.")
    play.fork("opening", "peace", "Spare him").direct("peace", 'Ben says: "Thank you."')
    play.join("duel", "peace", "Go on")
    return "gone", "peace"


def the_dead_act(play: Theatre) -> Planted:
    play.begin(VILLAGE).direct("opening", "Anna stabs Ben to death.", "Anna kneels down.", "Ben walks to the well.")
    return "gone", "opening"


def the_dead_speak_in_chinese(play: Theatre) -> Planted:
    play.begin(村庄).direct("opening", "骑士杀死铁匠。", "铁匠说：“我不怕你。”")
    return "gone", "opening"


def the_dead_return_after_a_scene_without_them(play: Theatre) -> Planted:
    play.begin(VILLAGE).fork("opening", "murder", "Kill").direct("murder", "Ben poisons Anna.")
    play.fork("opening", "goodbye", "Leave").direct("goodbye", "Anna leaves.")
    play.fork("goodbye", "alone", "On").direct("alone", "Ben walks to the well.")
    play.fork("alone", "later", "Wait").direct("later", "Anna comes in.")
    play.join("murder", "alone", "On")
    return "gone", "later"


def who_left_is_there(play: Theatre) -> Planted:
    play.begin(VILLAGE).fork("opening", "out", "Go").direct("out", "Ben leaves.")
    play.fork("opening", "home", "Stay").direct("home", "Ben walks to the chest.")
    play.join("out", "home", "Back")
    return "presence", "home"


def somebody_appears(play: Theatre) -> Planted:
    play.begin(VILLAGE).direct("opening", "Ben leaves.")
    play.direct("opening", "Anna walks to the well.", change=lambda state: changed(state, "Ben", present=1.0))
    return "presence", "opening"


def in_two_hands(play: Theatre) -> Planted:
    play.begin(VILLAGE).fork("opening", "hers", "She").direct("hers", "Anna picks up the sword.")
    play.fork("opening", "his", "He").direct("his", "Ben picks up the sword.")
    play.fork("his", "fight", "On").direct("fight", "Ben walks to the well.")
    play.join("hers", "fight", "On")
    return "place", "fight"


def in_two_places(play: Theatre) -> Planted:
    play.begin(VILLAGE).direct("opening", "Anna picks up the letter.")
    play.fork("opening", "hidden", "Hide it").direct("hidden", "Anna puts the letter in the chest.")
    play.fork("opening", "shown", "Show it").direct("shown", "Anna puts the letter on the table.")
    play.fork("shown", "night", "On").direct("night", "Ben walks to the table.")
    play.join("hidden", "night", "On")
    return "place", "night"


def the_destroyed_is_used(play: Theatre) -> Planted:
    play.begin(VILLAGE).direct("opening", "Anna smashes the vase.", "Ben picks up the vase.")
    return "gone", "opening"


def the_destroyed_is_whole(play: Theatre) -> Planted:
    play.begin(VILLAGE).fork("opening", "wreck", "Destroy").direct("wreck", "Ben smashes the vase.")
    play.fork("opening", "flowers", "Spare it").direct("flowers", "Anna picks up the vase.")
    play.join("wreck", "flowers", "On")
    return "gone", "flowers"


def night_is_day(play: Theatre) -> Planted:
    play.begin(VILLAGE).fork("opening", "dark", "Wait").direct("dark", "Night falls.")
    play.fork("opening", "light", "Go").direct("light", "Anna walks to the well.")
    play.join("dark", "light", "Go on")
    return "hour", "light"


def it_grows_dark_in_a_moment(play: Theatre) -> Planted:
    play.begin(VILLAGE)
    play.direct("opening", "Anna walks to the well.", change=lambda state: at_hour(state, 23.0))
    return "hour", "opening"


def rain_comes_from_nowhere(play: Theatre) -> Planted:
    play.begin(村庄)
    play.direct("opening", "骑士走到井边。", change=lambda state: under(state, "rain"))
    return "weather", "opening"


def another_outfit(play: Theatre) -> Planted:
    play.begin(VILLAGE).direct("opening", "Anna walks to the well.")
    play.direct("opening", "Anna waves.", change=lambda s: restaged(s, "Anna", look={"outfit": "spacesuit"}))
    return "look", "opening"


def another_hair(play: Theatre) -> Planted:
    play.begin(VILLAGE).fork("opening", "one", "One").direct("one", "Ben waves.")
    dyed = "#e14b9a"
    play.fork("opening", "two", "Two")
    play.direct("two", "Ben nods.", change=lambda s: restaged(s, "Ben", colors={"hair": dyed}))
    play.fork("two", "three", "Three").direct("three", "Anna waves.").join("one", "three", "Three")
    return "look", "three"


def somebody_speaks_who_is_not_there(play: Theatre) -> Planted:
    play.begin(VILLAGE).direct("opening", "Ben leaves.")
    play.direct("opening", 'Ben says: "I am still here."', read_in=lambda state: changed(state, "Ben", present=1.0))
    return "absent", "opening"


def another_name(play: Theatre) -> Planted:
    play.begin(VILLAGE).direct("opening", "Anna walks to the well.",
                               change=lambda state: restaged(state, "Anna", name="Clara"))  # fmt: skip
    return "name", "opening"


def on_a_chair_that_is_gone(play: Theatre) -> Planted:
    play.begin(VILLAGE).direct("opening", "Anna sits down on the chair.")
    play.direct("opening", "Ben waves.", change=lambda state: changed(state, "chair", present=0.0))
    return "unsupported", "opening"


def somewhere_else(play: Theatre) -> Planted:
    play.begin(VILLAGE).direct("opening", "Anna waves.", change=lambda state: in_setting(state, "spaceship"))
    return "setting", "opening"


def from_hand_to_hand_by_itself(play: Theatre) -> Planted:
    play.begin(VILLAGE).direct("opening", "Anna picks up the sword.")
    play.direct("opening", "Ben points at the sword.", change=lambda state: changed(state, "sword", held_by="Ben"))
    return "place", "opening"


def elsewhere_in_a_moment(play: Theatre) -> Planted:
    play.begin(VILLAGE)
    play.direct("opening", "Ben nods.", change=lambda state: changed(state, "Ben", position=(-5.5, 0.0, -5.5)))
    return "spot", "opening"


def told_on_another_branch(play: Theatre) -> Planted:
    play.begin(VILLAGE)
    play.fork("opening", "secret", "Confess").direct("secret", 'Anna says to Ben: "The key is under the stone."')
    play.fork("opening", "silence", "Say nothing").direct("silence", "Anna nods.")
    play.fork("secret", "search", "Search").direct("search", 'Ben says: "You told me the key is under the stone."')
    play.join("silence", "search", "Search")
    return "unknown", "search"


PLANTS: tuple[Plant, ...] = (
    the_dead_are_back, the_dead_act, the_dead_speak_in_chinese, the_dead_return_after_a_scene_without_them,
    who_left_is_there, somebody_appears, in_two_hands, in_two_places, the_destroyed_is_used, the_destroyed_is_whole,
    night_is_day, it_grows_dark_in_a_moment, rain_comes_from_nowhere, another_outfit, another_hair,
    somebody_speaks_who_is_not_there, another_name, on_a_chair_that_is_gone, somewhere_else, told_on_another_branch,
    from_hand_to_hand_by_itself, elsewhere_in_a_moment,
)  # fmt: skip


# Clean stories


def a_sword_changes_hands(play: Theatre) -> None:
    play.begin(VILLAGE).direct("opening", "Anna picks up the sword.", "Anna gives the sword to Ben.",
                               'Ben says: "I will keep it safe."', "Ben puts the sword on the table.")  # fmt: skip
    play.fork("opening", "farewell", "Go").direct("farewell", "Ben leaves.", "Night falls.", "It starts to rain.")
    play.fork("farewell", "return", "Wait").direct("return", "Ben comes in.", "Ben walks to Anna.")
    play.fork("opening", "stay", "Stay").direct("stay", "Anna sits down on the chair.", "Anna stands up.")


def a_rejoin_that_fits(play: Theatre) -> None:
    play.begin(VILLAGE).direct("opening", "Anna walks to the table.")
    play.fork("opening", "hide", "Hide it").direct("hide", "Anna picks up the letter.",
                                                   "Anna puts the letter on the table.")  # fmt: skip
    play.fork("opening", "burden", "Carry it").direct("burden", "Anna picks up the letter.", "Anna walks to the well.",
                                                      "Anna puts the letter on the table.")  # fmt: skip
    play.fork("hide", "evening", "On").direct("evening", 'Ben says: "What is that letter?"', "Ben picks up the letter.")
    play.join("burden", "evening", "On")


def a_death_that_is_mourned(play: Theatre) -> None:
    play.begin(VILLAGE).direct("opening", "Anna kills Ben.", "Anna kneels down.", 'Anna says: "What have I done?"')
    play.fork("opening", "flight", "Flee").direct("flight", "Anna leaves.")
    play.fork("opening", "guilt", "Stay").direct("guilt", "A guard comes in.", 'The guard says: "Who did this?"')


def a_night_in_chinese(play: Theatre) -> None:
    play.begin(村庄).direct("opening", "骑士拿起剑。", "骑士把剑交给铁匠。", "铁匠说：“谢谢你。”")
    play.fork("opening", "离开", "离开").direct("离开", "骑士离开。", "夜幕降临。", "骑士走进来。")
    play.fork("opening", "留下", "留下").direct("留下", "铁匠把剑放在桌子上。", "开始下雨。")


def two_doors_to_one_room(play: Theatre) -> None:
    play.begin(VILLAGE).direct("opening", 'Anna says to Ben: "The chest is not locked."')
    play.fork("opening", "bold", "Open it").direct("bold", "Ben opens the chest.", "Ben closes the chest.")
    play.fork("opening", "shy", "Leave it").direct("shy", "Ben walks to the well.", "Ben walks to the chest.")
    play.fork("bold", "talk", "Talk").direct("talk", 'Ben says: "You told me the chest is not locked."')
    play.join("shy", "talk", "Talk")


CLEAN: tuple[Clean, ...] = (
    a_sword_changes_hands, a_rejoin_that_fits, a_death_that_is_mourned, a_night_in_chinese, two_doors_to_one_room,
)  # fmt: skip


# Held out: written when the ledger was done


YARD = "A farm by day with Anna, Ben, a dog, a horse, a lantern, a chair, a letter and a sword."


def a_lantern_is_lit_and_dark(play: Theatre) -> Planted:
    play.begin(YARD).fork("opening", "bright", "Light").direct("bright", "Anna lights the lantern.")
    play.fork("opening", "dim", "No light").direct("dim", "Anna puts out the lantern.")
    play.fork("dim", "yard", "Out").direct("yard", "Ben waves.").join("bright", "yard", "Out")
    return "lit", "yard"


def a_rider_is_on_foot(play: Theatre) -> Planted:
    play.begin(YARD).fork("opening", "ride", "Ride").direct("ride", "Anna jumps onto the horse.")
    play.fork("opening", "walk", "Walk").direct("walk", "Anna walks to the chair.")
    play.fork("walk", "gate", "On").direct("gate", 'Ben says: "Who goes there?"').join("ride", "gate", "On")
    return "seat", "gate"


def snow_is_gone(play: Theatre) -> Planted:
    play.begin(YARD).fork("opening", "winter", "Stay").direct("winter", "It starts to snow.")
    play.fork("opening", "summer", "Go").direct("summer", "Ben nods.")
    play.join("winter", "summer", "Go")
    return "weather", "summer"


def told_on_another_branch_in_chinese(play: Theatre) -> Planted:
    play.begin(村庄)
    play.fork("opening", "说", "说出来").direct("说", "骑士对铁匠说：“国王今晚要来村庄。”")
    play.fork("opening", "不说", "不说").direct("不说", "骑士挥手。")
    play.fork("说", "等待", "等待").direct("等待", "铁匠说：“你告诉过我国王今晚要来。”")
    play.join("不说", "等待", "等待")
    return "unknown", "等待"


def what_was_carried_off_lies_there(play: Theatre) -> Planted:
    play.begin(YARD).fork("opening", "theft", "Steal").direct("theft", "Anna picks up the sword.", "Anna leaves.")
    play.fork("opening", "honest", "Leave it").direct("honest", "Anna leaves.")
    play.fork("honest", "guard", "On").direct("guard", "Ben waves.").join("theft", "guard", "On")
    return "presence", "guard"


def somebody_goes_and_comes_back_armed(play: Theatre) -> None:
    play.begin(YARD).direct("opening", "Anna picks up the sword.", "Anna leaves.", "Night falls.", "Anna comes back.",
                            "Anna gives the sword to Ben.", "Ben drops the sword.")  # fmt: skip


def the_next_morning_all_is_different(play: Theatre) -> None:
    play.begin(YARD).fork("opening", "busy", "Work")
    play.direct("busy", "Anna lights the lantern.", "Ben picks up the letter.", "Night falls.", "It starts to rain.")
    play.fork("opening", "idle", "Rest").direct("idle", "Ben sits down on the chair.")
    play.fork("idle", "breakfast", "Sleep", title="The next morning").direct("breakfast", "Ben stands up.")
    play.join("busy", "breakfast", "Sleep")


def a_quiet_day(play: Theatre) -> None:
    play.begin(YARD).direct("opening", "The dog runs to Ben.", 'Ben says to Anna: "The horse is lame."')
    play.direct("opening", "Anna sits down on the chair.", 'Anna says: "You told me the horse is lame."')
    play.direct("opening", "Anna stands up.", "Anna faints.", "Ben walks to Anna.", "Anna stands up.")


HELD_OUT: tuple[Plant, ...] = (
    a_lantern_is_lit_and_dark, a_rider_is_on_foot, snow_is_gone, told_on_another_branch_in_chinese,
    what_was_carried_off_lies_there,
)  # fmt: skip
HELD_OUT_CLEAN: tuple[Clean, ...] = (
    somebody_goes_and_comes_back_armed, the_next_morning_all_is_different, a_quiet_day,
)  # fmt: skip


def is_found(play: Theatre, planted: Planted) -> bool:
    """Whether the ledger finds in this story what was planted there."""
    what, scene = planted
    return any(
        found.scene == scene and what in (found.kind, found.difference.kind if found.difference else "")
        for found in play.contradictions()
    )


def main() -> None:
    import torch
    from directing import crew
    from texts import TEXT

    from director.crew import Crew
    from model.renderer.renderer import Renderer
    from model.world import WorldModel

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--acted", action="store_true", help="let the shipped world model act")
    parser.add_argument("--held-out", action="store_true", help="the stories that were written last")
    options = parser.parse_args()
    acted = options.acted
    plants, cleans = (HELD_OUT, HELD_OUT_CLEAN) if options.held_out else (PLANTS, CLEAN)
    torch.set_num_threads(1)
    company = Crew(WorldModel.load(), TEXT, Renderer()) if acted else crew()
    found, false = 0, 0
    for plant in plants:
        play = Theatre(company, by_hand=not acted)
        hit = is_found(play, plant(play))
        found += hit
        print("found " if hit else "MISSED", plant.__name__)
        for finding in play.findings():
            print("      ", finding.message, f"({' > '.join(stop.scene for stop in finding.path)})")
    for clean in cleans:
        play = Theatre(company, by_hand=not acted)
        clean(play)
        told = play.findings()
        false += len(told)
        print(
            "clean " if not told else "FALSE ", clean.__name__, *(finding.message for finding in told), sep="\n       "
        )
    print(json.dumps({"planted": len(plants), "found": found, "clean": len(cleans), "false_findings": false}))


if __name__ == "__main__":
    main()
