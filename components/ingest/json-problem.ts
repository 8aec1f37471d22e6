const BLANK = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** What is wrong with a text that must be a JSON object, and where. Null: nothing. */
export function jsonProblem(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? null : "Expected an object: { … }.";
  } catch {
    const wrong = readValue(text, 0);
    const { at, expected } = typeof wrong === "number" ? { at: wrong, expected: "its end" } : wrong;
    const lines = text.slice(0, at).split("\n");
    const column = (lines.at(-1)?.length ?? 0) + 1;
    const found = at < text.length ? `found ${text.charAt(at)}` : "the text ends";
    return `Line ${lines.length}, column ${column}: ${found}, expected ${expected}.`;
  }
}

// Browsers word their errors differently, and some do not say where: so it is looked for.
// Each reader returns where it came to, or what it missed where.
type Read = number | { at: number; expected: string };

function readValue(text: string, from: number): Read {
  const at = past(BLANK, text, from) ?? from;
  const mark = text.charAt(at);
  if (mark === "{") return readMembers(text, at + 1, "}", readPair);
  if (mark === "[") return readMembers(text, at + 1, "]", readValue);
  const end = past(STRING, text, at) ?? past(SCALAR, text, at);
  if (end === null) {
    const expected = mark === '"' ? 'text that ends with "' : "a value";
    return { at, expected };
  }
  return past(BLANK, text, end) ?? end;
}

function readMembers(
  text: string,
  from: number,
  close: string,
  readOne: (text: string, from: number) => Read,
): Read {
  let at = past(BLANK, text, from) ?? from;
  if (text.charAt(at) === close) return past(BLANK, text, at + 1) ?? at + 1;
  for (;;) {
    const end = readOne(text, at);
    if (typeof end !== "number") return end;
    if (text.charAt(end) === close) return past(BLANK, text, end + 1) ?? end + 1;
    if (text.charAt(end) !== ",") return { at: end, expected: `, or ${close}` };
    at = past(BLANK, text, end + 1) ?? end + 1;
  }
}

function readPair(text: string, from: number): Read {
  const name = past(STRING, text, from);
  if (name === null) return { at: from, expected: 'a name in "double quotes"' };
  const colon = past(BLANK, text, name) ?? name;
  return text.charAt(colon) === ":" ? readValue(text, colon + 1) : { at: colon, expected: ":" };
}

function past(pattern: RegExp, text: string, from: number): number | null {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : null;
}
