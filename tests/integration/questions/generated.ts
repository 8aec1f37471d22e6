/** Numbers in [0, 1) that are the same each time (mulberry32). */
export function random(seed: number) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const between = (next: () => number, low: number, high: number) =>
  low + Math.floor(next() * (high - low + 1));

export function pick<T>(next: () => number, from: readonly T[]): T {
  const chosen = from[Math.floor(next() * from.length)];
  if (chosen === undefined) throw new Error("Nothing to pick from.");
  return chosen;
}

/** In code point order, as the database compares. */
export const byCodePoints = (one: string, other: string) =>
  Buffer.compare(Buffer.from(one), Buffer.from(other));

export type TaggedPost = {
  external_id: string;
  platform: "instagram" | "tiktok";
  author_handle: string | null;
  caption: string;
  published_at: string | null;
};

export const TAGS = ["ai", "Été", "日本", "हिन्दी", "music", "a_b", "Ünï", "x1", "news", "sports"];

/** Posts of the last three days, a third in the last two hours; tags repeat in other spellings. */
export function taggedPosts(seed: number, count: number, now: number): TaggedPost[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, number) => {
    const minutes = next() < 0.33 ? next() * 120 : next() * 4320;
    const tags = Array.from({ length: between(next, 0, 4) }, () => pick(next, TAGS));
    const spelled = tags.map((tag) => (next() < 0.3 ? tag.toUpperCase() : tag));
    return {
      external_id: `p${number}`,
      platform: next() < 0.7 ? "instagram" : "tiktok",
      author_handle: next() < 0.9 ? `author${between(next, 1, 9)}` : null,
      caption: `post ${number} ${spelled.map((tag) => `#${tag}`).join(next() < 0.5 ? " " : "")}`,
      published_at: next() < 0.05 ? null : new Date(now - minutes * 60_000).toISOString(),
    };
  });
}

/** The folded tags of a generated caption, each once. */
export function tagsOf({ caption }: TaggedPost) {
  const tags = caption.split("#").slice(1);
  return [...new Set(tags.map((tag) => tag.trim().normalize("NFC").toLowerCase()))];
}
