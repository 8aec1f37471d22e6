/** Decimal text as the JSON number it is, digit by digit: 64-bit counts do not fit a JavaScript number. */
export function exactNumber(text: string | null) {
  return text === null ? null : JSON.rawJSON(text);
}
