const TEMPLATE = /\{hashtag\|\\?#\|((?:\\.|[^\\{}|])+)\}/g;
const ESCAPED = /\\([|{}@[\]()<>#\\*_~])/g;

/** LinkedIn's "little text" as people read it: hashtag templates and escapes resolved. */
export function plainText(commentary: string): string {
  // The escapes last: an escaped brace begins no template.
  return commentary
    .replaceAll(TEMPLATE, (whole, word: string, at: number) =>
      isEscaped(commentary, at) ? whole : `#${word}`,
    )
    .replaceAll(ESCAPED, "$1");
}

function isEscaped(text: string, at: number) {
  const [slashes = ""] = /\\*$/.exec(text.slice(0, at)) ?? [];
  return slashes.length % 2 === 1;
}
