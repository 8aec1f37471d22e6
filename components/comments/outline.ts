/** The shape of a whole thread, by places in reading order from 0: enough to fold, jump and count without its rows. */
export type Outline = {
  /** 1 at the top. */
  depths: readonly number[];
  /** Places of the longest viral chain, from the top down. */
  chain: readonly number[];
};

export type Shape = {
  /** How many comments stand under each. */
  below: readonly number[];
  /** The place that each answers; -1 at the top. */
  above: readonly number[];
};

/** Who stands over whom, in one pass: in reading order, a comment's replies follow it. */
export function shapeOf(depths: readonly number[]): Shape {
  const below = new Array<number>(depths.length).fill(0);
  const above = new Array<number>(depths.length).fill(-1);
  const open: number[] = [];
  const close = (at: number) => {
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      if (at < depths.length && (depths[last] ?? 0) < (depths[at] ?? 0)) return;
      open.pop();
      below[last] = at - last - 1;
    }
  };
  for (const at of depths.keys()) {
    close(at);
    above[at] = open.at(-1) ?? -1;
    open.push(at);
  }
  close(depths.length);
  return { below, above };
}

export type Item = { kind: "row"; at: number } | { kind: "gap"; from: number; until: number };

/** What is shown, in order: rows that are here, and stretches that are not. Folded threads hide what is under them. */
export function itemsOf(
  { below }: Shape,
  isHere: (at: number) => boolean,
  folded: ReadonlySet<number>,
): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < below.length; at++) {
    if (isHere(at)) {
      items.push({ kind: "row", at });
      if (folded.has(at)) at += below[at] ?? 0;
      continue;
    }
    const last = items.at(-1);
    if (last?.kind === "gap" && last.until === at) last.until = at + 1;
    else items.push({ kind: "gap", from: at, until: at + 1 });
  }
  return items;
}

/** Without the folds that hide a place. */
export function unfoldOver({ above }: Shape, folded: ReadonlySet<number>, at: number) {
  const hiding = new Set<number>();
  for (let up = above[at] ?? -1; up >= 0; up = above[up] ?? -1) if (folded.has(up)) hiding.add(up);
  return hiding.size === 0 ? folded : new Set([...folded].filter((place) => !hiding.has(place)));
}

/** Every comment at the top that has replies. */
export function topThreads(depths: readonly number[], { below }: Shape): number[] {
  return [...depths.keys()].filter((at) => depths[at] === 1 && (below[at] ?? 0) > 0);
}

/** The next of some places, in their order, after or before a place; undefined when there is none. */
export function nextPlace(places: readonly number[], from: number, step: 1 | -1) {
  return step === 1
    ? places.find((place) => place > from)
    : places.findLast((place) => place < from);
}
