// The rules of play: what is open where, what taking it does, and when time runs. The same as in `storygraph/play.py`; a
// test compares the two. Knows no page. Expressions come read, as JSON: a value as it is, ["get", n] for the variable n,
// else an operator and its operands; nothing is ever run as code.
const rules = (() => {
  "use strict";

  const MOST = 1e9;
  const bounded = (number) => Math.max(-MOST, Math.min(MOST, number));
  const operators = {
    "and": (a, b) => a && b, "or": (a, b) => a || b, "not": (a) => !a,
    "==": (a, b) => a === b, "!=": (a, b) => a !== b,
    "<": (a, b) => a < b, "<=": (a, b) => a <= b, ">": (a, b) => a > b, ">=": (a, b) => a >= b,
    "+": (a, b) => bounded(a + b), "-": (a, b) => bounded(a - b), "*": (a, b) => bounded(a * b), "negate": (a) => -a,
  };

  /** What an expression comes to, given the values of the variables. */
  function evaluate(expression, values) {
    if (!Array.isArray(expression)) return expression;
    const [operator, ...operands] = expression;
    if (operator === "get") return values[operands[0]];
    return operators[operator](...operands.map((operand) => evaluate(operand, values)));
  }

  /** The choices that are open after so many beats of a scene, each with its number in the scene. */
  function opened(scene, played, values) {
    return scene.choices.map((choice, at) => ({ ...choice, at }))
      .filter((choice) => choice.after === played && evaluate(choice.when, values));
  }

  /** The values after a choice, which leaves the old ones as they were. */
  function after(choice, values) {
    const now = [...values];
    for (const [place, expression] of choice.sets) now[place] = evaluate(expression, now);
    return now;
  }

  /** How long there is to decide, and what is taken then (null: to go on in the scene); null when time does not run. */
  function clock(choices, goesOn) {
    const limits = choices.map((choice) => choice.seconds).filter((seconds) => seconds !== null);
    const fallback = choices.find((choice) => choice.default) || null;
    return limits.length && (fallback || goesOn) ? { seconds: Math.min(...limits), fallback } : null;
  }

  return { after, clock, opened };
})();
