import { hash } from "./random.ts";

export type ReelPlatform = "instagram" | "tiktok";

/** What makes a reel: who posted it, as a number of 13 bits, and in which hour since 1970. */
export type ReelKey = { platform: ReelPlatform; author: number; hour: number };

export const HOUR_MS = 3_600_000;
const INSTAGRAM_EPOCH_MS = 1_314_220_021_721n;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const AUTHORS = 0x1fff;

export function authorNumber(platform: ReelPlatform, handle: string): number {
  return hash(`${platform}@${handle}`) & AUTHORS;
}

/** An id as the platform would give it: its upper bits are the moment, the lower ones tell author and chance. */
export function reelId(key: ReelKey, publishedMs: number, seed: string): string {
  const { platform, author, hour } = key;
  const chance = hash(`${seed}:id:${platform}:${author}:${hour}`);
  return platform === "instagram"
    ? `${((BigInt(publishedMs) - INSTAGRAM_EPOCH_MS) << 23n) | BigInt((author << 10) | (chance & 0x3ff))}`
    : `${(BigInt(publishedMs / 1000) << 32n) | (BigInt(author) << 19n) | BigInt(chance & 0x7ffff)}`;
}

/** The key that an id claims to have. Whoever asks builds the id again, to see whether it is true. */
export function claimedKey(platform: ReelPlatform, id: string): ReelKey | null {
  if (!/^\d{18,20}$/.test(id)) return null;
  const number = BigInt(id);
  const instagram = platform === "instagram";
  const atMs = instagram ? (number >> 23n) + INSTAGRAM_EPOCH_MS : (number >> 32n) * 1000n;
  const author = Number((number >> (instagram ? 10n : 19n)) & BigInt(AUTHORS));
  return { platform, author, hour: Math.floor(Number(atMs) / HOUR_MS) };
}

/** Instagram writes its numbers in links with 64 letters. */
export function shortCodeOf(id: string): string {
  let code = "";
  for (let rest = BigInt(id); rest > 0n; rest >>= 6n)
    code = `${LETTERS[Number(rest & 63n)]}${code}`;
  return code;
}

export function idOfShortCode(code: string): string | null {
  let id = 0n;
  for (const letter of code) {
    const digit = LETTERS.indexOf(letter);
    if (digit < 0) return null;
    id = (id << 6n) | BigInt(digit);
  }
  return String(id);
}
