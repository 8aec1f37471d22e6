import { getCache } from "@vercel/functions";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hostStore } from "@/lib/answers/host-store";

// Where Vercel puts what it offers to a request.
const CONTEXT = Symbol.for("@vercel/request-context");
type Kept = { value: unknown; options: { ttl: number; tags: string[] } };
let kept: Map<string, Kept>;
let waited: Promise<unknown>[];

beforeEach(() => {
  kept = new Map();
  waited = [];
  const cache = {
    get: async (key: string) => kept.get(key)?.value,
    set: async (key: string, value: unknown, options: Kept["options"]) =>
      void kept.set(key, { value, options }),
    delete: async (key: string) => void kept.delete(key),
    expireTag: async (tag: string) => {
      for (const [key, { options }] of kept) if (options.tags.includes(tag)) kept.delete(key);
    },
  };
  const context = { cache, waitUntil: (task: Promise<unknown>) => void waited.push(task) };
  Object.assign(globalThis, { [CONTEXT]: { get: () => context } });
});
afterEach(() => void Reflect.deleteProperty(globalThis, CONTEXT));

const answer = (key: string, text = "answer") => ({ key, asked_at: 1, answer: text });

it("keeps answers in the host's cache until they are too old, and lets the host wait for it", async () => {
  const store = hostStore("one.vercel.app");
  await store.set("home trending", answer("home trending"), "home", 60);
  expect(await store.get("home trending")).toEqual(answer("home trending"));
  expect([...kept.values()]).toMatchObject([{ options: { ttl: 60, tags: ["answers-home"] } }]);
  expect(waited).toHaveLength(1);
  expect(store.count("home")).toBeNull();
});

it("is shared by copies of one deployment, and not with another's", async () => {
  await hostStore("one.vercel.app").set("key", answer("key"), "home", 60);
  expect(await hostStore("one.vercel.app").get("key")).toEqual(answer("key"));
  expect(await hostStore("two.vercel.app").get("key")).toBeUndefined();
});

it("keeps keys apart that the package's own hash of 32 bits takes for one", async () => {
  const [one, other] = ["9d1285ea42bc", "8cb2ad77148c"];
  const asIs = getCache();
  await asIs.set(one, "of one");
  expect(await asIs.get(other)).toBe("of one");
  const store = hostStore("one.vercel.app");
  await store.set(one, answer(one), "home", 60);
  expect(await store.get(other)).toBeUndefined();
});

it("forgets one workspace alone", async () => {
  const store = hostStore("one.vercel.app");
  await store.set("a", answer("a"), "home", 60);
  await store.set("b", answer("b"), "foreign", 60);
  await store.forget("home");
  expect(await store.get("a")).toBeUndefined();
  expect(await store.get("b")).toEqual(answer("b"));
});

it("does not offer what the host would refuse as too long", async () => {
  const store = hostStore("one.vercel.app");
  await store.set("a", answer("a", "x".repeat(1_000_001)), "home", 60);
  expect(kept.size).toBe(0);
});
