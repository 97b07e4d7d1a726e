// Plays stories by the rules of the player, without its page: reads [{story, picks}] from standard input, where a pick says
// which of the options to take (modulo their number), and prints what was seen at every stop.
import { readFileSync } from "node:fs";

const rules = new Function(`${readFileSync(process.argv[2], "utf8")}; return rules;`)();

function played({ story, picks }) {
  let scene = story.root, beat = 0, values = story.variables;
  const seen = [];
  for (const pick of picks) {
    const { beats } = story.scenes[scene];
    let open = rules.opened(story.scenes[scene], beat, values);
    while (!open.length && beat < beats.length) open = rules.opened(story.scenes[scene], ++beat, values);
    const goesOn = beat < beats.length;
    const clock = open.length ? rules.clock(open, goesOn) : null;
    const time = clock && [clock.seconds, clock.fallback && clock.fallback.label];
    seen.push([scene, beat, values, open.map((choice) => choice.label), goesOn, time]);
    const options = [...open, ...(goesOn ? [null] : [])];
    if (!options.length) break;
    const option = options[pick % options.length];
    if (option === null) beat += 1;
    else [scene, beat, values] = [option.to, 0, rules.after(option, values)];
  }
  return seen;
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(played)));
