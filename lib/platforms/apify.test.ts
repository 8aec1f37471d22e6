import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSimulator } from "../../simulator/start-simulator.ts";
import { readEnv } from "../env.ts";
import { sourceFor } from "./registry.ts";

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let nowMs = Date.parse("2026-11-01T10:00:00Z");

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => nowMs });
});
beforeEach(() => fetch(`${simulator.url}/_control/reset`, { method: "POST" }));
afterAll(() => simulator.close());

const LINKS = {
  instagram: (id: string) => `https://www.instagram.com/p/${id}/`,
  tiktok: (id: string) => `https://www.tiktok.com/@ada/video/${id}`,
};

function measure(
  platform: "instagram" | "tiktok",
  ids: string[],
  ref: string | null = null,
  token = "t",
) {
  const settings = readEnv({
    NEXT_PUBLIC_SUPABASE_URL: "http://supabase.test",
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "key",
    SUPABASE_SECRET_KEY: "key",
    CRON_SECRET: "test-cron-secret-0",
    APIFY_TOKEN: token,
    APIFY_BASE_URL: `${simulator.url}/apify/v2`,
    APIFY_INSTAGRAM_ACTOR: "apify/instagram-scraper",
    APIFY_TIKTOK_ACTOR: "clockworks/tiktok-scraper",
  });
  const choice = sourceFor(platform, settings, { now: () => nowMs });
  if (choice.kind !== "ready") throw new Error(choice.detail);
  const posts = ids.map((externalId) => ({ externalId, url: LINKS[platform](externalId) }));
  return choice.source.measure(posts, { ref, signal: new AbortController().signal });
}

async function outcome(platform: "instagram" | "tiktok", id: string) {
  const result = await measure(platform, [id]);
  if (result.kind !== "done") throw new Error(JSON.stringify(result));
  return result.outcomes.get(id);
}

const digits = expect.stringMatching(/^\d+$/);
const HIDDEN = { absent: "hidden" };

describe("measuring Instagram posts through Apify", () => {
  it.each([
    ["simPlain001", { likes: digits, comments: digits, saves: { absent: "not_offered" } }],
    ["simNoLike01", { likes: HIDDEN, comments: digits }],
    ["simNoComm01", { comments: "0", likes: digits }],
  ])("keeps what %s tells and hides (invariant 22)", async (id, metrics) => {
    expect(await outcome("instagram", id)).toMatchObject({
      kind: "measured",
      observation: { externalId: id, definition: "apify_instagram.v1", metrics },
    });
  });

  it("offers plays for videos only, counted exactly (invariant 22)", async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `simHuge${at}`.padEnd(11, "x"));
    const result = await measure("instagram", ids);
    if (result.kind !== "done") throw new Error(result.kind);
    const seen = new Set<string>();
    for (const each of result.outcomes.values()) {
      if (each.kind !== "measured") throw new Error(each.code);
      const { mediaKind, metrics } = each.observation;
      const still = mediaKind === "image" || mediaKind === "carousel";
      seen.add(still ? "still" : "moving");
      const plays = still ? { absent: "not_offered" } : "9007199254740993";
      expect(metrics).toMatchObject({ views: plays, video_views: plays });
      if (!still) expect(each.observation.payload).toContain('"videoPlayCount":9007199254740993,');
    }
    expect(seen.size).toBe(2);
  });

  it.each([
    ["simGone0001", "not_found"],
    ["simPriv0001", "not_found"],
    ["simOdd00001", "provider_error"],
  ])("fails %s as %s", async (id, code) => {
    expect(await outcome("instagram", id)).toMatchObject({ kind: "failed", code });
  });
});

describe("measuring TikTok posts through Apify", () => {
  it("takes every count of a video, and its time and author", async () => {
    expect(await outcome("tiktok", "7436518812345990000")).toMatchObject({
      observation: {
        authorHandle: "ada",
        mediaKind: "video",
        publishedAt: expect.stringMatching(/^2024-11-/),
        metrics: { views: digits, likes: digits, comments: digits, shares: digits, saves: digits },
      },
    });
  });

  it.each([
    ["7436518812345990001", { kind: "failed", code: "not_found" }],
    ["7436518812345990002", { kind: "failed", code: "not_found" }],
    ["7436518812345990003", { observation: { metrics: { likes: HIDDEN } } }],
    ["7436518812345990005", { kind: "failed", code: "provider_error" }],
    ["7436518812345990007", { observation: { metrics: { views: "9007199254740993" } } }],
  ])("%s → %o (invariant 22)", async (id, expected) => {
    expect(await outcome("tiktok", id)).toMatchObject(expected);
  });

  it("measures a hundred links in one run, odd ones aside (invariant 22)", async () => {
    const ids = Array.from({ length: 100 }, (_, at) => `7436518812345${String(990_000 + at)}`);
    const result = await measure("tiktok", ids);
    if (result.kind !== "done") throw new Error(result.kind);
    expect([...result.outcomes.keys()].toSorted()).toEqual(ids);
    expect(simulator.requests().apify?.count).toBe(2);
  });
});

describe("a run of an actor", () => {
  it("is asked for again until it ends, and started once", async () => {
    simulator.settings.apifyRunSeconds = 0.3;
    simulator.settings.apifyRunEnds = "SUCCEEDED";
    const first = await measure("tiktok", ["7436518812345990000"]);
    if (first.kind !== "pending") throw new Error(first.kind);
    expect((await measure("tiktok", ["7436518812345990000"], first.ref)).kind).toBe("pending");
    nowMs += 1000;
    const last = await measure("tiktok", ["7436518812345990000"], first.ref);
    expect(last.kind).toBe("done");
  });

  it("that fails half-way keeps what it wrote, and calls the rest no finding", async () => {
    simulator.settings.apifyRunEnds = "TIMED-OUT";
    const result = await measure("instagram", ["simPlain001", "simPlain002"]);
    if (result.kind !== "done") throw new Error(result.kind);
    expect(result.outcomes.get("simPlain001")?.kind).toBe("measured");
    expect(result.outcomes.get("simPlain002")).toMatchObject({
      code: "provider_error",
      detail: expect.stringContaining("TIMED-OUT"),
    });
  });

  it("is kept when its items cannot be had right now, since it is paid for", async () => {
    const first = await measure("tiktok", ["7436518812345990000"]);
    expect(first.kind).toBe("done");
    simulator.settings.apifyRunSeconds = 0.1;
    const pending = await measure("tiktok", ["7436518812345990000"]);
    if (pending.kind !== "pending") throw new Error(pending.kind);
    simulator.faults.set([
      { platform: "apify", kind: "429", retryAfterSeconds: 9, rate: 1, delaySeconds: 1 },
    ]);
    const refused = await measure("tiktok", ["7436518812345990000"], pending.ref);
    expect(refused).toMatchObject({ code: "rate_limited", afterSeconds: 9, ref: pending.ref });
  });
});

describe("when Apify refuses", () => {
  it.each([
    ["429", { kind: "refused", code: "rate_limited", afterSeconds: 17 }],
    ["5xx", { kind: "refused", code: "provider_error" }],
    ["quota", { kind: "failed", code: "quota" }],
    ["expired_token", { kind: "failed", code: "not_configured" }],
    ["html502", { kind: "refused", code: "provider_error" }],
    ["malformed", { kind: "refused", code: "provider_error" }],
    ["cut", { kind: "refused", code: "provider_error" }],
    ["endless", { kind: "refused", code: "provider_error" }],
  ] as const)("a %s is told apart and asked once (invariant 15)", async (kind, expected) => {
    simulator.faults.set([
      { platform: "apify", kind, retryAfterSeconds: 17, rate: 1, delaySeconds: 1 },
    ]);
    expect(await measure("instagram", ["simPlain001"])).toMatchObject(expected);
    expect(simulator.requests().apify?.count).toBe(1);
  });

  it("names the setting when the token is wrong, and not the token", async () => {
    const result = await measure("tiktok", ["7436518812345990000"], null, "invalid-SECRET");
    expect(JSON.stringify(result)).toContain("APIFY_TOKEN");
    expect(JSON.stringify(result)).not.toContain("SECRET");
  });
});
