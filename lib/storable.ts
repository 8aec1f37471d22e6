// PostgreSQL's text and jsonb hold no NUL and no half of a surrogate pair; files and providers send both.
const REPLACEMENT = "\uFFFD";
const NUL = /\0/g;

/** The same text, with what the database cannot hold replaced by U+FFFD. */
export function storableText(text: string): string {
  return text.toWellFormed().replace(NUL, REPLACEMENT);
}

/** A moment as ISO text; null where it is none, or of a year that is not written with four digits. */
export function storableMoment(ms: number): string | null {
  if (Number.isNaN(ms)) return null;
  const iso = new Date(ms).toISOString();
  return /^(?!0000)\d{4}-/.test(iso) ? iso : null;
}
