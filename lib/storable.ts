// PostgreSQL's text and jsonb hold no NUL and no half of a surrogate pair; files and providers send both.
const REPLACEMENT = "\uFFFD";
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what is looked for.
const NUL = /\0/g;
const ESCAPE =
  /\\(?:u0000|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[dD][89a-fA-F][0-9a-fA-F]{2}|.)/g;

/** The same text, with what the database cannot hold replaced by U+FFFD. */
export function storableText(text: string): string {
  return text.toWellFormed().replace(NUL, REPLACEMENT);
}

/** The same JSON text, with escapes the database cannot hold replaced; everything else byte for byte. */
export function storableJson(json: string): string {
  return json
    .toWellFormed()
    .replace(ESCAPE, (match) =>
      match === "\\u0000" || (match.length === 6 && /^\\u[dD][89a-fA-F]/.test(match))
        ? REPLACEMENT
        : match,
    );
}
