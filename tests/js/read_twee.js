// Reads Twee 3 with a parser that is not ours, through HTML and JSON and back, and prints what it found.
import { readFileSync } from "node:fs";
import { parseJSON, parseTwee, parseTwine2HTML } from "extwee";

const story = parseTwee(readFileSync(process.argv[2], "utf8"));
const told = ({ name, start, format, formatVersion, IFID, passages }) => ({
  name, start, format, formatVersion, ifid: IFID,
  passages: passages.map(({ name, tags, metadata, text }) => ({ name, tags, metadata, text })),
});
console.log(JSON.stringify({
  twee: told(story),
  again: told(parseTwee(story.toTwee())),
  html: told(parseTwine2HTML(story.toTwine2HTML())),
  json: told(parseJSON(story.toJSON())),
}));
