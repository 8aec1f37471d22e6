/** The room of a plot in px: `left` and `bottom` are the axes, `top` holds labels. */
export type Room = {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
};

export type Scale = (value: number) => number;

/** The same mapping that recharts draws with, for what is drawn beside it. */
export function scalesOf(
  { width, height, left, right, top, bottom }: Room,
  [from, to]: readonly [number, number],
  [low, high]: readonly [number, number],
): { x: Scale; y: Scale } {
  const across = width - left - right;
  const up = height - top - bottom;
  return {
    x: (value) => left + ((value - from) / (to - from || 1)) * across,
    y: (value) => top + (1 - (value - low) / (high - low || 1)) * up,
  };
}

const MEAN_GLYPH = 0.58;

/** Room for the longest label of the value axis and the 8 px that recharts keeps from it. */
export function axisWidth(labels: readonly string[]): number {
  // Digits and unit letters are wider than the mean.
  const widest = Math.max(0, ...labels.map((label) => textWidth(label)));
  return Math.max(36, Math.ceil(widest * 1.15) + 10);
}

/** About how wide a text is: enough to choose between labels, which are drawn with a halo. */
export function textWidth(text: string, fontSize = 11, bold = false): number {
  return text.length * fontSize * MEAN_GLYPH * (bold ? 1.06 : 1);
}

/** The text in lines that fit, or none when it can not be said in so many. */
export function fitLines(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && textWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const fits = lines.length <= most && lines.every((line) => textWidth(line) <= width);
  return fits ? lines : [];
}

export type Box = { from: number; to: number };

/** Where a label of a vertical line stands: left of it, right of it, or nowhere. */
export function placeLabel(
  x: number,
  wide: number,
  { from, to }: Box,
  taken: readonly Box[],
): (Box & { anchor: "end" | "start" }) | null {
  const GAP = 8;
  const places = [
    { anchor: "end" as const, from: x - GAP - wide, to: x - GAP },
    { anchor: "start" as const, from: x + GAP, to: x + GAP + wide },
  ];
  const free = (place: Box) =>
    taken.every((box) => place.to + 6 < box.from || place.from > box.to + 6);
  return places.find((place) => place.from >= from && place.to <= to && free(place)) ?? null;
}
