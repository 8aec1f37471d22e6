import { type Curve, grown } from "./curves.ts";
import type { World } from "./posts.ts";
import { pick, randomOf } from "./random.ts";
import { habitsOf, type ReelAuthor, reelAuthor } from "./reel-authors.ts";
import {
  claimedKey,
  HOUR_MS,
  idOfShortCode,
  type ReelKey,
  reelId,
  shortCodeOf,
} from "./reel-ids.ts";
import { MORE_TAGS, REMARKS, TITLES } from "./words.ts";

/** A reel as it is at a moment. The same seed, key and moment: the same reel. */
export type Reel = {
  key: ReelKey;
  /** The platform's number. */
  id: string;
  /** The id in links. */
  code: string;
  author: ReelAuthor;
  title: string;
  caption: string | null;
  tags: string[];
  publishedMs: number;
  durationSeconds: number;
  sound: { id: string; name: string; original: boolean };
  commentsOff: boolean;
  likesHidden: boolean;
  /** In [0, 1): what else a platform wants to draw. */
  draw: number;
  counts: ReelCounts;
};

export type ReelCounts = {
  views: bigint;
  likes: number;
  comments: number;
  shares: number;
  saves: number;
};

/** The little that lists go by, from the same draws as the whole reel. */
export function glimpseOf(world: World, key: ReelKey) {
  const random = drawsOf(world, key);
  const prominence = random();
  const turn = random();
  const publishedMs = key.hour * HOUR_MS + Math.floor(turn * 3600) * 1000;
  return { prominence, turn, publishedMs, random };
}

/** The id in links. */
export function codeOf(world: World, key: ReelKey): string {
  const id = reelId(key, glimpseOf(world, key).publishedMs, world.seed);
  return key.platform === "instagram" ? shortCodeOf(id) : id;
}

export function tagsOf(world: World, key: ReelKey): string[] {
  return contentOf(world, key, glimpseOf(world, key).random).tags;
}

export function reelAt(world: World, key: ReelKey, atMs: number): Reel {
  const { publishedMs, random } = glimpseOf(world, key);
  const { platform, author: number } = key;
  const { tags, thing, habits } = contentOf(world, key, random);
  const author = reelAuthor(world, platform, number);
  const id = reelId(key, publishedMs, world.seed);
  const code = platform === "instagram" ? shortCodeOf(id) : id;
  const title = capital(pick(TITLES, random()).replace("{thing}", thing));
  const caption = `${title}. ${pick(REMARKS, random())} ${tags.map((tag) => `#${tag}`).join(" ")}`;
  const original = random() < 0.6;
  const sound = `${number}${Math.floor(random() * 9000) + 1000}`;
  const durationSeconds = Math.round((6 + 84 * random()) * 1000) / 1000;
  const commentsOff = random() < 0.03;
  const { views, stirs } = viewsOf(habits.usualViews, (atMs - publishedMs) / 1000, random);
  const restated = world.restated.get(`${platform} ${code}`) ?? 1;
  const seen = Math.floor(views * restated);
  const rate = (low: number, high: number) =>
    Math.floor(seen * (low + (high - low) * random() ** 2) * habits.reaction * stirs);
  const counts = {
    views: BigInt(seen),
    likes: rate(0.008, 0.11),
    comments: rate(0.0004, 0.009),
    shares: rate(0.0008, 0.016),
    saves: rate(0.0008, 0.02),
  };
  const draw = random();
  return {
    key,
    id,
    code,
    author,
    title,
    caption,
    tags,
    publishedMs,
    durationSeconds,
    sound: {
      id: sound,
      name: original ? `Original audio by ${author.name}` : capital(thing),
      original,
    },
    commentsOff,
    likesHidden: false,
    draw,
    counts,
  };
}

/** The reel that a code in links or a number stands for. Null when it is no reel of this world, not yet, or no longer. */
export function reelKeyOf(
  world: World,
  platform: ReelKey["platform"],
  code: string,
): ReelKey | null {
  const id = platform === "instagram" && !/^\d+$/.test(code) ? idOfShortCode(code) : code;
  const key = id ? claimedKey(platform, id) : null;
  if (!key) return null;
  const { publishedMs } = glimpseOf(world, key);
  return publishedMs <= world.now() && reelId(key, publishedMs, world.seed) === id ? key : null;
}

function drawsOf(world: World, { platform, author, hour }: ReelKey) {
  return randomOf(`${world.seed}:reel:${platform}:${author}:${hour}`);
}

function contentOf(world: World, { platform, author }: ReelKey, random: () => number) {
  const habits = habitsOf(world, platform, author);
  const topic = random() < 0.7 ? habits.topic : habits.otherTopic;
  const more = [pick(MORE_TAGS, random()), pick(MORE_TAGS, random())];
  const thing = pick(topic.things, random());
  return { habits, thing, tags: [...new Set([...topic.tags, ...more])] };
}

// One in 25 breaks out far above its author's usual, and more of those who see it react.
function viewsOf(usual: number, ageSeconds: number, random: () => number) {
  const spread = 10 ** ((random() + random() + random() - 1.5) * 0.6);
  const breakout = random() < 0.04;
  const factor = 6 + 60 * random() ** 2;
  const kind = random();
  const curve = breakout ? (kind < 0.6 ? "burst" : "viral") : curveOf(kind);
  const views = usual * spread * (breakout ? factor : 1) * grown(curve, ageSeconds, random());
  return { views, stirs: breakout ? 3 : 1 };
}

function curveOf(number: number): Curve {
  if (number < 0.7) return "burst";
  if (number < 0.9) return "slow";
  return number < 0.95 ? "viral" : "dead";
}

function capital(text: string) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
