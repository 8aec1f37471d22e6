import { describe, expect, it } from "vitest";
import { freshPosts, samplePeople, samplePosts } from "./generate.ts";
import { countPeers } from "./people.ts";
import type { SamplePlan } from "./plan.ts";
import { MAX_DEPTH } from "./post-thread.ts";
import { BASE_TAGS, sampleTag } from "./words.ts";

const NOW = Date.parse("2026-11-21T10:00:00Z") / 1000;
const DEFAULT: SamplePlan = { seed: 1337, users: 1000, posts: 10_000, hashtags: 150, now: NOW };
/** Any seed must do, and small worlds too. */
const PLANS = Array.from(
  { length: 120 },
  (_, n): SamplePlan => ({
    seed: (n * 2_654_435_761) % 2 ** 31,
    users: [1, 3, 7, 40, 1000][n % 5] ?? 1,
    posts: 40,
    hashtags: [1, 2, 20, 150, 9999][n % 5] ?? 1,
    now: NOW,
  }),
);

type Batch = ReturnType<typeof samplePosts>;
const numbers = (list: string) => (list === "{}" ? [] : list.slice(1, -1).split(",").map(Number));
const at = (list: number[], place: number) => list[place] ?? Number.NaN;
const tagsOf = (caption: string) => [...caption.matchAll(/#(\S+)/g)].map(([, tag = ""]) => tag);

function agesOf(batch: Batch) {
  return batch.posts.map(({ published_at }) => NOW - Date.parse(published_at) / 1000);
}

it("makes the same rows of the same plan, to the byte, in any order and batch", () => {
  const whole = JSON.stringify(samplePosts(DEFAULT, 100, 50).posts);
  const parts = [samplePosts(DEFAULT, 125, 25).posts, samplePosts(DEFAULT, 100, 25).posts];
  const named = (posts: Batch["posts"]) => posts.map(({ author, ...post }) => post);
  expect(JSON.stringify(samplePosts(DEFAULT, 100, 50).posts)).toBe(whole);
  expect([...named(parts[1] ?? []), ...named(parts[0] ?? [])]).toEqual(
    named(samplePosts(DEFAULT, 100, 50).posts),
  );
  const other = samplePosts({ ...DEFAULT, seed: 1338 }, 100, 50);
  expect(JSON.stringify(other.posts)).not.toBe(whole);
});

it("has the 20 base tags first and only different ones, of every seed", () => {
  for (const { seed } of PLANS) {
    const tags = Array.from({ length: 10_000 }, (_, number) => sampleTag(seed, number));
    expect(tags.slice(0, 20)).toEqual(BASE_TAGS);
    expect(new Set(tags).size).toBe(10_000);
  }
});

it("names nobody twice", () => {
  for (const plan of PLANS.slice(0, 5)) {
    const { people } = samplePeople({ ...plan, users: 20_000 }, 0, 20_000);
    expect(new Set(people.map(({ handle }) => handle)).size).toBe(20_000);
  }
});

describe.each(PLANS.slice(0, 10))("with seed $seed, $users users, $hashtags hashtags", (plan) => {
  const batch = samplePosts(plan, 0, plan.posts);
  const ages = agesOf(batch);

  it("spreads posts over 60 days, with one to four different tags each", () => {
    expect(batch.posts).toHaveLength(plan.posts);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ages)).toBeLessThan(60 * 86_400);
    for (const { caption } of batch.posts) {
      const tags = tagsOf(caption);
      expect(tags.length).toBeGreaterThanOrEqual(1);
      expect(tags.length).toBeLessThanOrEqual(Math.min(4, plan.hashtags));
      expect(new Set(tags).size).toBe(tags.length);
    }
  });

  it("threads comments four deep at most, each after its parent and none after now", () => {
    const { comments } = batch;
    const [post, parent, after] = [comments.post, comments.parent, comments.after].map(numbers) as [
      number[],
      number[],
      number[],
    ];
    const depth: number[] = [];
    post.forEach((of, n) => {
      const above = at(parent, n);
      expect(above).toBeLessThanOrEqual(n);
      depth.push(above === 0 ? 1 : at(depth, above - 1) + 1);
      if (above > 0) expect(at(post, above - 1)).toBe(of);
      expect(at(after, n)).toBeGreaterThanOrEqual(above === 0 ? 0 : at(after, above - 1));
      expect(at(after, n)).toBeLessThanOrEqual(Math.min(60_000, at(ages, of - 1)));
    });
    expect(Math.max(0, ...depth)).toBeLessThanOrEqual(MAX_DEPTH);
  });

  it("gives each post 5 to 80 engagements, nobody the same twice, none after now", () => {
    const { events } = batch;
    const [post, person, kind, after] = [events.post, events.person, events.kind, events.after].map(
      numbers,
    ) as [number[], number[], number[], number[]];
    const counts = new Map<number, number>();
    const once = new Set<string>();
    post.forEach((of, n) => {
      counts.set(of, (counts.get(of) ?? 0) + 1);
      expect(at(after, n)).toBeLessThanOrEqual(Math.min(60_000, at(ages, of - 1)));
      if (at(kind, n) === 3 || at(person, n) === 0) return;
      const key = `${of} ${at(person, n)} ${at(kind, n)}`;
      expect(once.has(key)).toBe(false);
      once.add(key);
    });
    expect(counts.size).toBe(plan.posts);
    for (const count of counts.values()) {
      expect(count).toBeGreaterThanOrEqual(5);
      expect(count).toBeLessThanOrEqual(80);
    }
  });

  it("lets people of a post's own platform take part, and no others", () => {
    const { people, posts, events } = batch;
    const person = numbers(events.person);
    numbers(events.post).forEach((of, n) => {
      const who = people[at(person, n) - 1];
      if (who) expect(who.platform).toBe(posts[of - 1]?.platform);
    });
    expect(countPeers(plan, 0)).toBe(Math.ceil(plan.users / 5));
  });
});

it("keeps the promised shares over many posts", () => {
  const { posts, comments, events } = samplePosts(DEFAULT, 0, 4000);
  const threaded = new Set(numbers(comments.post)).size;
  // Six of ten get a thread, and a quarter of those no root.
  expect(threaded / 4000).toBeCloseTo(0.45, 1);
  const kinds = [1, 2, 3, 4].map((kind) => numbers(events.kind).filter((it) => it === kind).length);
  const all = numbers(events.kind).length;
  expect(kinds.map((it) => Math.round((it / all) * 17))).toEqual([5, 1, 10, 1]);
  const used = posts.flatMap(({ caption }) => tagsOf(caption));
  const uses = (tag: string) => used.filter((it) => it === tag).length;
  const ratio = (uses("ai") + uses("news")) / (uses("ml") + uses("food"));
  expect(ratio).toBeGreaterThan(3.5);
  expect(ratio).toBeLessThan(6.5);
});

it("publishes fresh posts within the last minute", () => {
  const fresh = freshPosts(DEFAULT, 10_000, 100);
  for (const age of agesOf(fresh)) {
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(60);
  }
  expect(fresh.posts[0]?.external_id).toBe("sample-1337-10001");
});
