import type { Item, Line } from "./apify-lines.ts";
import { mutated, mutationOf } from "./apify-mutations.ts";
import { withLastingItem, withPassing } from "./apify-odd-items.ts";
import { lastingOf, type Oddities, type PassingKind, passingOf } from "./apify-oddities.ts";
import type { World } from "./posts.ts";
import { randomOf } from "./random.ts";
import { codeOf, glimpseOf, type Reel, reelAt } from "./reels.ts";

/** A place of a dataset: what is written there, and what happens to it. */
export type Place = {
  line: Line;
  odd: PassingKind | null;
  mutation: string | null;
  /** Begins the draws of this place. */
  name: string;
  /** Where the item was written first: the same item twice is the same to the last letter. */
  index: number;
};

export type Circumstances = {
  world: World;
  startedMs: number;
  oddities: Oddities;
  mutations: boolean;
};

const HALF_DAY_MS = 12 * 3_600_000;
const REACH = 300;

/** The places of a dataset. Cheap: items are written when they are read. */
export function layOut(lines: Line[], circumstances: Circumstances): Place[] {
  const { world, startedMs, oddities, mutations } = circumstances;
  const places: Place[] = [];
  for (const line of lines) {
    if (!line.key) {
      places.push({ line, odd: null, mutation: null, name: "", index: places.length });
      continue;
    }
    const { key } = line;
    if (world.gone.size > 0 && world.gone.has(`${key.platform} ${codeOf(world, key)}`)) continue;
    const name = `${world.seed}:${key.author}:${key.hour}:${startedMs}`;
    const odd = passingOf(oddities, key, startedMs);
    const mutation = mutations && !odd ? mutationOf(name) : null;
    const repeated = odd?.startsWith("twice") ? plainBefore(places, name, circumstances) : null;
    const own = odd?.startsWith("twice") ? null : odd;
    const place = { line, odd: own, mutation, name, index: places.length };
    places.push(repeated ? { ...repeated, odd } : place);
  }
  return places;
}

/** How many items of a dataset are odd in which way. */
export function census(places: Place[], { world, oddities }: Circumstances) {
  const counts: Record<string, number> = {};
  const count = (kind: string | null) => {
    if (kind) counts[kind] = (counts[kind] ?? 0) + 1;
  };
  for (const { line, odd, mutation } of places) {
    count(odd);
    count(mutation);
    // Nothing else of the reel is left in these.
    if (!line.key || odd === "error_item" || odd === "not_an_object") continue;
    count(lastingOf(oddities, line.key, glimpseOf(world, line.key).prominence));
  }
  return counts;
}

/** The item of a place, as it was at a moment. */
export function write(place: Place, atMs: number, circumstances: Circumstances): unknown {
  const { line, odd, mutation, name } = place;
  const world = { ...circumstances.world, now: () => atMs };
  if (!line.key) return line.say(world);
  const { key, itemOf } = line;
  const told = (reel: Reel): Item =>
    itemOf(odd === "twice_with_other_counts" ? earlier(world, reel, atMs) : reel);
  const item = withLastingItem(world, key, told, circumstances.oddities);
  const passed = withPassing(item, odd, randomOf(`draw:${name}`)());
  return mutation ? mutated(passed, mutation, name) : passed;
}

// As half a day ago, from somebody's cache: fewer at least by one.
function earlier(world: World, reel: Reel, atMs: number): Reel {
  const { counts } = reelAt(world, reel.key, atMs - HALF_DAY_MS);
  const least = reel.counts.views > 0n ? reel.counts.views - 1n : 0n;
  return { ...reel, counts: { ...counts, views: counts.views < least ? counts.views : least } };
}

function plainBefore(places: Place[], name: string, { world, oddities }: Circumstances) {
  const from = places.length - 1 - Math.floor(randomOf(`twice:${name}`)() * REACH);
  for (let at = Math.max(0, from); at < places.length; at += 1) {
    const place = places[at];
    const key = place?.line.key;
    if (!place || !key || place.odd || place.mutation) continue;
    if (!lastingOf(oddities, key, glimpseOf(world, key).prominence)) return place;
  }
  return null;
}
