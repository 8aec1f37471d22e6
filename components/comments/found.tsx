/** A text with each place of a word marked, whatever its case. */
export function Found({ text, word }: { text: string; word: string }) {
  const parts = partsOf(text, word);
  return parts.map(({ at, part, isFound }) =>
    isFound ? (
      <mark key={at} className="rounded-[2px] bg-warn-soft font-strong text-ink">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}

function partsOf(text: string, word: string) {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  let at = 0;
  return text.split(new RegExp(`(${escaped})`, "giu")).map((part, index) => {
    const begins = at;
    at += part.length;
    return { at: begins, part, isFound: index % 2 === 1 };
  });
}
