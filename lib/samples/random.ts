export type Random = ReturnType<typeof seededRandom>;

/** Whole numbers that hang on the seed and the keys alone: each post can be made by itself, in any order. */
export function seededRandom(...keys: number[]) {
  let state = 0x9e3779b9;
  for (const key of keys) state = scramble((state ^ key) + 0x9e3779b9);
  /** 0 up to, and without, `bound`. */
  function below(bound: number) {
    state = (state + 0x6d2b79f5) | 0;
    return Math.floor((scramble(state) / 2 ** 32) * bound);
  }
  return {
    below,
    /** From `least` to `most`, both included. */
    between: (least: number, most: number) => least + below(most - least + 1),
  };
}

function scramble(value: number) {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
