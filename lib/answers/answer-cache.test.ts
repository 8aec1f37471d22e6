import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerCache } from "@/lib/answers/answer-cache";
import type { AnswerStore } from "@/lib/answers/answer-store";
import { memoryStore } from "@/lib/answers/memory-store";
import { AppError } from "@/lib/errors";

const TTL_MS = 60_000;
const NOON = Date.parse("2026-11-21T12:00:00Z");
const home = { workspaceId: "home", name: "trending", params: { k: 10 } };

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: NOON }));
afterEach(() => void vi.useRealTimers());

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

function opened(store: AnswerStore = memoryStore(), ttlMs = TTL_MS) {
  const faults: string[] = [];
  const cache = answerCache({ store, ttlMs, onFault: (doing) => faults.push(doing) });
  let asked = 0;
  /** Each asking gets the next number. */
  const count = async () => {
    asked += 1;
    return { number: asked };
  };
  return { ...cache, faults, count, times: () => asked };
}
/** A memory of which some calls do something else. */
const spoiled = (calls: Partial<AnswerStore>): AnswerStore => ({ ...memoryStore(), ...calls });
const never = () => new Promise<never>(() => {});

describe("a kept answer", () => {
  it("is given until it is as old as its time to live, and never after", async () => {
    const { answer, count } = opened();
    expect(await answer(home, count)).toEqual({ number: 1 });
    later(TTL_MS - 1);
    expect(await answer(home, count)).toEqual({ number: 1 });
    later(1);
    expect(await answer(home, count)).toEqual({ number: 2 });
  });

  it("is as old as its question, however long that took", async () => {
    const { answer, count } = opened();
    await answer(home, async () => {
      later(TTL_MS / 2);
      return count();
    });
    later(TTL_MS / 2 - 1);
    expect(await answer(home, count)).toEqual({ number: 1 });
    later(1);
    expect(await answer(home, count)).toEqual({ number: 2 });
  });

  it("is not believed when it comes from the future", async () => {
    const { answer, count } = opened();
    await answer(home, count);
    later(-1000);
    expect(await answer(home, count)).toEqual({ number: 2 });
  });

  it.each([
    ["another workspace", { ...home, workspaceId: "foreign" }],
    ["another question", { ...home, name: "top" }],
    ["other parameters", { ...home, params: { k: 11 } }],
    ["one parameter more", { ...home, params: { k: 10, platform: "tiktok" } }],
  ])("is not given to %s", async (_, other) => {
    const { answer, count } = opened();
    await answer(home, count);
    expect(await answer(other, count)).toEqual({ number: 2 });
  });

  it("is not given to another workspace even when the store confuses their keys", async () => {
    const memory = memoryStore();
    const one = spoiled({
      get: () => memory.get("one key for all"),
      set: (_, ...rest) => memory.set("one key for all", ...rest),
    });
    const { answer, count } = opened(one);
    await answer(home, count);
    expect(await answer(home, count)).toEqual({ number: 1 });
    expect(await answer({ ...home, workspaceId: "foreign" }, count)).toEqual({ number: 2 });
    expect(await answer(home, count)).toEqual({ number: 3 });
  });

  it("is found in whichever order the parameters stand, absent ones or not", async () => {
    const { answer, count } = opened();
    await answer({ ...home, params: { k: 10, platform: "tiktok" } }, count);
    const same = { days: undefined, platform: "tiktok", k: 10 };
    expect(await answer({ ...home, params: same }, count)).toEqual({ number: 1 });
  });

  it("cannot be changed by who got it", async () => {
    const { answer, count } = opened();
    await answer(home, count);
    Object.assign((await answer(home, count)) as object, { number: 99 });
    expect(await answer(home, count)).toEqual({ number: 1 });
  });

  it("is forgotten with its workspace alone, also while it is being asked", async () => {
    const { answer, forget, count } = opened();
    const foreign = { ...home, workspaceId: "foreign" };
    await answer(foreign, count);
    const begun = answer(home, async () => {
      await forget("home");
      return count();
    });
    expect(await begun).toEqual({ number: 2 });
    expect(await answer(home, count)).toEqual({ number: 3 });
    expect(await answer(foreign, count)).toEqual({ number: 1 });
  });

  it("is not made with a time to live of 0", async () => {
    const { answer, count, health } = opened(memoryStore(), 0);
    await answer(home, count);
    expect(await answer(home, count)).toEqual({ number: 2 });
    expect(await health()).toBe("disabled");
  });
});

describe("callers at the same time", () => {
  it("share one question, and one answer", async () => {
    const { answer, count, times } = opened();
    const all = await Promise.all(Array.from({ length: 50 }, () => answer(home, count)));
    expect(all).toEqual(Array.from({ length: 50 }, () => ({ number: 1 })));
    expect(times()).toBe(1);
  });

  it("do not wait for one that has been asked for as long as an answer lives", async () => {
    const { answer, count } = opened();
    void answer(home, never);
    later(TTL_MS);
    expect(await answer(home, count)).toEqual({ number: 1 });
  });

  it("are told of a failure each, and the next asks anew", async () => {
    const { answer, count } = opened();
    const fail = () => Promise.reject(new Error("no database"));
    const both = await Promise.allSettled([answer(home, fail), answer(home, count)]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await answer(home, count)).toEqual({ number: 1 });
  });

  it("ask themselves when the first was refused as the person they are", async () => {
    const { answer, count } = opened();
    const refused = () => Promise.reject(new AppError("unauthenticated", "Sign in again."));
    const both = await Promise.allSettled([answer(home, refused), answer(home, count)]);
    expect(both).toMatchObject([{ status: "rejected" }, { value: { number: 1 } }]);
  });
});

describe("a store that", () => {
  const broken = () => {
    throw new Error("broken");
  };
  it.each<[string, Partial<AnswerStore>, string]>([
    ["refuses to read", { get: () => Promise.reject(new Error("down")) }, "read"],
    ["breaks when it reads", { get: broken }, "read"],
    ["hangs when it reads", { get: never }, "read"],
    ["refuses to write", { set: () => Promise.reject(new Error("down")) }, "write"],
    ["breaks when it writes", { set: broken }, "write"],
  ])("%s makes answers slower only", async (_, calls, fault) => {
    const { answer, count, faults, health } = opened(spoiled(calls));
    const began = performance.now();
    expect(await answer(home, count)).toEqual({ number: 1 });
    expect(await answer(home, count)).toEqual({ number: 2 });
    expect(performance.now() - began).toBeLessThan(1500);
    expect(faults).toEqual([fault, fault]);
    expect(await health()).toBe("down");
  });

  it("hangs when it writes holds up nobody", async () => {
    const { answer, count } = opened(spoiled({ set: never }));
    expect(await answer(home, count)).toEqual({ number: 1 });
  });

  it.each<[string, () => Promise<unknown>]>([
    ["nothing", async () => null],
    ["something else", async () => "an old answer"],
    ["another's answer", async () => ({ key: "else", asked_at: NOON, answer: 1 })],
  ])("gives %s is asked in vain", async (_, get) => {
    const { answer, count, faults, health } = opened(spoiled({ get }));
    expect(await answer(home, count)).toEqual({ number: 1 });
    expect(faults).toEqual([]);
    expect(await health()).toBe("down");
  });

  it("works is up, for all who ask at once, and keeps nothing of having been tried", async () => {
    const store = memoryStore();
    const tried: string[] = [];
    const slow = spoiled({
      ...store,
      async set(...kept) {
        tried.push(kept[2]);
        await store.set(...kept);
        await sleep(tried.length * 5);
      },
    });
    const { health } = opened(slow);
    expect(await Promise.all([health(), health(), health()])).toEqual(["up", "up", "up"]);
    expect(tried.map((each) => store.count(each))).toEqual([0, 0, 0]);
  });

  it("cannot forget fails nobody's change", async () => {
    const { forget, faults } = opened(spoiled({ forget: () => Promise.reject(new Error("down")) }));
    await forget("home");
    expect(faults).toEqual(["forget"]);
  });
});

describe("the memory", () => {
  const kept = (key: string, size = 100) => ({ key, asked_at: 0, answer: "x".repeat(size) });

  it("drops what was asked for longest ago when it is full", async () => {
    const store = memoryStore(500);
    for (const key of ["a", "b", "c"]) await store.set(key, kept(key), "home", 60);
    expect(await store.get("a")).not.toBeNull();
    await store.set("d", kept("d"), "home", 60);
    expect(await store.get("b")).toBeNull();
    for (const key of ["a", "c", "d"]) expect(await store.get(key)).toEqual(kept(key));
  });

  it("keeps nothing that is too long, nor the shorter one of before", async () => {
    const store = memoryStore(500);
    await store.set("a", kept("a"), "home", 60);
    await store.set("a", kept("a", 600), "home", 60);
    expect(await store.get("a")).toBeNull();
  });

  it("counts what it keeps of a workspace, until that is too old", async () => {
    const store = memoryStore();
    const fresh = (key: string) => ({ ...kept(key), asked_at: NOON });
    await store.set("a", fresh("a"), "home", 60);
    await store.set("b", fresh("b"), "foreign", 60);
    expect([store.count("home"), store.count("nobody")]).toEqual([1, 0]);
    later(TTL_MS);
    expect(store.count("home")).toBe(0);
  });
});
