import { authorOf, type World } from "./posts.ts";
import { pick, randomOf } from "./random.ts";
import { authorNumber, type ReelPlatform } from "./reel-ids.ts";
import { TOPICS } from "./words.ts";

export type ReelAuthor = { id: string; handle: string; name: string };

const COUNT = 40;
/** Of `authorOf`, which knows 400 people. */
const PEOPLE = 400;

function drawn(platform: ReelPlatform): ReelAuthor[] {
  const first = platform === "instagram" ? 3 : 11;
  const people = Array.from({ length: COUNT - 1 }, (_, at) =>
    authorOf((((first + at * 137) % PEOPLE) + 0.5) / PEOPLE),
  );
  return [{ id: "900", handle: "acme", name: "Acme" }, ...people];
}

/** Those whose reels are recommended and found by hashtag. */
export const REEL_AUTHORS = { instagram: drawn("instagram"), tiktok: drawn("tiktok") };

const BY_NUMBER = new Map(
  (["instagram", "tiktok"] as const).flatMap((platform) =>
    REEL_AUTHORS[platform].map((author) => [
      `${platform} ${authorNumber(platform, author.handle)}`,
      author,
    ]),
  ),
);

/** The number of a handle, which is remembered: others are as real as the forty. */
export function numberOf(world: World, platform: ReelPlatform, handle: string): number {
  const number = authorNumber(platform, handle);
  world.handles.set(`${platform} ${number}`, handle);
  return number;
}

export function reelAuthor(world: World, platform: ReelPlatform, number: number): ReelAuthor {
  const name = `${platform} ${number}`;
  const known = BY_NUMBER.get(name);
  const handle = world.handles.get(name);
  if (known && (!handle || handle === known.handle)) return known;
  const id = String(2_000_000 + number);
  // A handle that this world heard before it was started again: somebody else's name has to do.
  if (!handle) return { ...authorOf(number / 0x2000), id };
  return { id, handle, name: handle.replaceAll(/[._]+/g, " ") };
}

/** What an author usually does: topics, final views of a usual reel, and how many react. */
export function habitsOf(world: World, platform: ReelPlatform, author: number) {
  const random = randomOf(`${world.seed}:author:${platform}:${author}`);
  return {
    topic: pick(TOPICS, random()),
    otherTopic: pick(TOPICS, random()),
    usualViews: 10 ** (3 + 2.2 * random()),
    reaction: 0.5 + random(),
  };
}
