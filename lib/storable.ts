// PostgreSQL's text and jsonb hold no NUL and no half of a surrogate pair; files and providers send both.
const REPLACEMENT = "\uFFFD";
const NUL = /\0/g;

/** The same text, with what the database cannot hold replaced by U+FFFD. */
export function storableText(text: string): string {
  return text.toWellFormed().replace(NUL, REPLACEMENT);
}
