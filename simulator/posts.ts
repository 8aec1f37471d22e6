import {
  type AccountBook,
  type AccountPlatform,
  type AccountPost,
  createAccountBook,
} from "./accounts.ts";
import { type Curve, grown } from "./curves.ts";
import { pick, randomOf } from "./random.ts";
import { type Quirks, quirksOf } from "./special-posts.ts";
import { FIRST_NAMES, LAST_NAMES, REMARKS, TITLES, TOPICS } from "./words.ts";

/** The simulated world: the same seed and clock, the same posts and counts. */
export type World = {
  seed: string;
  now: () => number;
  /** The moment that publication dates lie before, so that they stay the same while time passes. */
  anchorMs: number;
  /** Accounts that can be connected, and which posts are theirs. */
  book: AccountBook;
  /** Posts that are gone, by platform and either id: `facebook 10…_1`. */
  gone: Set<string>;
  /** Factors below 1 by which the counts of posts were restated, by platform and id in links. */
  restated: Map<string, number>;
  /** Handles whose reels were asked for, by platform and the author's number in ids. */
  handles: Map<string, string>;
};

export type Post = Quirks & {
  id: string;
  author: { id: string; handle: string; name: string };
  title: string;
  caption: string;
  tags: readonly string[];
  publishedMs: number;
  durationSeconds: number;
  /** In [0, 1): what else a platform wants to draw, such as the kind of media. */
  draw: number;
  counts: { views: bigint; likes: number; comments: number; shares: number; saves: number };
};

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;

export function createWorld({ seed, now, anchorMs }: Pick<World, "seed" | "now" | "anchorMs">) {
  const book = createAccountBook(seed, anchorMs);
  const [gone, restated, handles] = [new Set<string>(), new Map(), new Map()];
  const world: World = { seed, now, anchorMs, book, gone, restated, handles };
  return world;
}

/** What a post of an account says and counts now: the same as everybody reads by its link. */
export function accountPostOf({ world }: { world: World }, { account, id }: AccountPost): Post {
  return postOf(world, account.platform, id);
}

/**
 * A post as the world has it now, by its id in links or in the API. `publishedMs` overrides the drawn
 * date where the id tells it; of an account's post the book knows date and author.
 */
export function postOf(
  world: World,
  platform: AccountPlatform,
  anyId: string,
  publishedMs?: number,
): Post {
  const own = world.book.post(platform, anyId);
  const id = own?.id ?? anyId;
  const random = randomOf(`${world.seed}:${platform}:${id}`);
  const quirks = quirksOf(id, random);
  const drawnAuthor = authorOf(random());
  const topic = pick(TOPICS, random());
  const title = pick(TITLES, random()).replace("{thing}", pick(topic.things, random()));
  const drawnMs = world.anchorMs - ageMs(random(), random());
  const published = own?.publishedMs ?? publishedMs ?? drawnMs;
  const curve = curveOf(random());
  const finalViews = Math.round(10 ** (2 + MAGNITUDE[curve] * random()) * (0.5 + random()));
  const age = (world.now() - published) / 1000;
  const restated = world.restated.get(`${platform} ${id}`) ?? 1;
  const views = Math.floor(finalViews * grown(curve, age, random()) * restated);
  return {
    ...quirks,
    state: stateOf(world, platform, id, own, quirks.state),
    id,
    author: own?.account ?? drawnAuthor,
    title: capital(title),
    caption: `${capital(title)}. ${pick(REMARKS, random())} ${topic.tags.map((tag) => `#${tag}`).join(" ")}`,
    tags: topic.tags,
    publishedMs: published,
    durationSeconds: Math.round(
      platform === "youtube" ? 15 + 1800 * random() ** 3 : 6 + 84 * random(),
    ),
    draw: random(),
    counts: {
      views: quirks.views ?? BigInt(views),
      likes: Math.floor(views * (0.01 + 0.07 * random())),
      comments: Math.floor(views * (0.0005 + 0.008 * random())),
      shares: Math.floor(views * (0.001 + 0.015 * random())),
      saves: Math.floor(views * (0.001 + 0.02 * random())),
    },
  };
}

// An account's posts are there from their date on until they are taken away.
function stateOf(
  { gone, now }: World,
  platform: AccountPlatform,
  id: string,
  own: AccountPost | undefined,
  drawn: Post["state"],
): Post["state"] {
  if (gone.has(`${platform} ${id}`)) return "deleted";
  if (!own) return drawn;
  return gone.has(`${platform} ${own.apiId}`) || own.publishedMs > now() ? "deleted" : "public";
}

/** Powers of ten that a curve's final views reach above a hundred. */
const MAGNITUDE: Record<Curve, number> = { burst: 3.5, slow: 3, viral: 4.8, dead: 1 };

function curveOf(number: number): Curve {
  if (number < 0.45) return "burst";
  if (number < 0.75) return "slow";
  return number < 0.87 ? "viral" : "dead";
}

// One in twenty is minutes old, the rest is spread over a year with more of the recent.
function ageMs(kind: number, number: number) {
  if (kind < 0.05) return Math.round((2 + 170 * number) * 60_000);
  return Math.round(0.1 * DAY_MS + (YEAR_MS - DAY_MS) * number ** 2);
}

/** Somebody, by a number in [0, 1). */
export function authorOf(number: number) {
  const index = Math.floor(number * FIRST_NAMES.length * LAST_NAMES.length);
  const first = FIRST_NAMES[index % FIRST_NAMES.length] ?? FIRST_NAMES[0];
  const last = LAST_NAMES[Math.floor(index / FIRST_NAMES.length)] ?? LAST_NAMES[0];
  const handle = `${first}.${last}`
    .normalize("NFD")
    .replaceAll(/[^A-Za-z.]/g, "")
    .toLowerCase();
  return { id: String(1_000_000 + index), handle, name: `${first} ${last}` };
}

function capital(text: string) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
