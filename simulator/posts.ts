import { type Curve, grown } from "./curves.ts";
import { pick, randomOf } from "./random.ts";
import { type Quirks, quirksOf } from "./special-posts.ts";
import { FIRST_NAMES, LAST_NAMES, REMARKS, TITLES, TOPICS } from "./words.ts";

export type Platform = "youtube" | "instagram" | "tiktok";

/** The simulated world: the same seed and clock, the same posts and counts. */
export type World = {
  seed: string;
  now: () => number;
  /** The moment that publication dates lie before, so that they stay the same while time passes. */
  anchorMs: number;
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

/** A post as the world has it now. `publishedMs` overrides the drawn date where the id tells it. */
export function postOf(world: World, platform: Platform, id: string, publishedMs?: number): Post {
  const random = randomOf(`${world.seed}:${platform}:${id}`);
  const quirks = quirksOf(id, random);
  const author = authorOf(random());
  const topic = pick(TOPICS, random());
  const title = pick(TITLES, random()).replace("{thing}", pick(topic.things, random()));
  const published = publishedMs ?? world.anchorMs - ageMs(random(), random());
  const curve = curveOf(random());
  const finalViews = Math.round(10 ** (2 + MAGNITUDE[curve] * random()) * (0.5 + random()));
  const age = (world.now() - published) / 1000;
  const views = Math.floor(finalViews * grown(curve, age, random()));
  return {
    ...quirks,
    id,
    author,
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

function authorOf(number: number) {
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
