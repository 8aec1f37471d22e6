/**
 * What a spreadsheet may take for a formula: an operator, also full-width or after blanks, or a
 * control character that lets the cell break out. Leading apostrophes count, so that `restore` is exact.
 */
const FORMULA = /^'*(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠])/;

/** Whether a text must not stand in a CSV cell as it is. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text);
}

/** Puts an apostrophe before what a spreadsheet would evaluate. Other texts come back as they are. */
export function neutralise(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Takes back exactly what `neutralise` did: `restore(neutralise(text))` is `text` for every text. */
export function restore(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
