import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSimulator } from "../../simulator/start-simulator.ts";
import { readEnv } from "../env.ts";
import type { CallLimits } from "../http/fetch-text.ts";
import { sourceFor } from "./registry.ts";

let simulator: Awaited<ReturnType<typeof startSimulator>>;
const nowMs = Date.parse("2026-11-01T10:00:00Z");

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => nowMs });
});
beforeEach(() => fetch(`${simulator.url}/_control/reset`, { method: "POST" }));
afterAll(() => simulator.close());

function measure(ids: string[], options: { key?: string; limits?: Partial<CallLimits> } = {}) {
  const settings = readEnv({
    NEXT_PUBLIC_SUPABASE_URL: "http://supabase.test",
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "key",
    SUPABASE_SECRET_KEY: "key",
    CRON_SECRET: "test-cron-secret-0",
    YOUTUBE_API_KEY: options.key ?? "a-key",
    YOUTUBE_BASE_URL: `${simulator.url}/youtube/v3`,
  });
  const choice = sourceFor("youtube", settings, { now: () => nowMs, limits: options.limits ?? {} });
  if (choice.kind !== "ready") throw new Error(choice.detail);
  const posts = ids.map((externalId) => ({
    externalId,
    url: `https://www.youtube.com/watch?v=${externalId}`,
  }));
  return choice.source.measure(posts, { ref: null, signal: new AbortController().signal });
}

async function outcome(id: string) {
  const result = await measure([id]);
  if (result.kind !== "done") throw new Error(result.kind);
  return result.outcomes.get(id);
}

describe("measuring YouTube videos", () => {
  it("describes a video with its counts, and says what YouTube does not offer", async () => {
    expect(await outcome("simPlain001")).toEqual({
      kind: "measured",
      observation: {
        externalId: "simPlain001",
        url: "https://www.youtube.com/watch?v=simPlain001",
        authorHandle: null,
        authorName: expect.stringMatching(/^\S+ \S+$/),
        title: expect.stringMatching(/\S/),
        caption: expect.stringContaining("#"),
        mediaKind: expect.stringMatching(/^(video|short)$/),
        durationSeconds: expect.any(Number),
        thumbnailUrl: `${simulator.url}/thumb/youtube/simPlain001.svg`,
        publishedAt: expect.stringMatching(/^202[56]-.*Z$/),
        metrics: {
          impressions: { absent: "not_offered" },
          reach: { absent: "not_offered" },
          views: expect.stringMatching(/^\d+$/),
          likes: expect.stringMatching(/^\d+$/),
          comments: expect.stringMatching(/^\d+$/),
          shares: { absent: "not_offered" },
          saves: { absent: "not_offered" },
          clicks: { absent: "not_offered" },
          video_views: expect.stringMatching(/^\d+$/),
        },
        definition: "youtube_data.2026-08-27",
        payload: expect.stringContaining('"id":"simPlain001"'),
      },
    });
  });

  it.each([
    ["simNoLike01", { likes: { absent: "hidden" }, comments: expect.any(String) }],
    ["simNoComm01", { comments: { absent: "hidden" }, likes: expect.any(String) }],
    ["simBig00001", { views: "3123456789", video_views: "3123456789" }],
    ["simHuge0001", { views: "9007199254740993" }],
  ])("keeps what %s tells and hides, exactly (invariant 22)", async (id, metrics) => {
    expect(await outcome(id)).toMatchObject({ kind: "measured", observation: { metrics } });
  });

  it.each(["simGone0001", "simPriv0001"])("calls %s not found", async (id) => {
    expect(await outcome(id)).toEqual({ kind: "failed", code: "not_found" });
  });

  it("fails one odd item and measures the others of its batch (invariant 22)", async () => {
    const plain = Array.from({ length: 48 }, (_, at) => `simPlain${at}`.padEnd(11, "_"));
    const result = await measure([...plain, "simOdd00001", "simGone0001"]);
    if (result.kind !== "done") throw new Error(result.kind);
    const kinds = plain.map((id) => result.outcomes.get(id)?.kind);
    expect(kinds).toEqual(plain.map(() => "measured"));
    expect(result.outcomes.get("simOdd00001")).toMatchObject({
      code: "provider_error",
      detail: expect.stringContaining("publishedAt"),
    });
    expect(result.outcomes.get("simGone0001")).toMatchObject({ code: "not_found" });
    expect(simulator.requests().youtube?.count).toBe(1);
  });
});

describe("when YouTube refuses", () => {
  it.each([
    ["429", { kind: "refused", code: "rate_limited", afterSeconds: 17 }],
    ["5xx", { kind: "refused", code: "provider_error", afterSeconds: 17 }],
    ["quota", { kind: "refused", code: "quota" }],
    ["html502", { kind: "refused", code: "provider_error", afterSeconds: null }],
    ["malformed", { kind: "refused", code: "provider_error", afterSeconds: null }],
    ["cut", { kind: "refused", code: "provider_error", afterSeconds: null }],
    ["expired_token", { kind: "failed", code: "not_configured" }],
  ] as const)("a %s is told apart, asked once and not repeated", async (kind, expected) => {
    simulator.faults.set([
      { platform: "youtube", kind, retryAfterSeconds: 17, rate: 1, delaySeconds: 1 },
    ]);
    const result = await measure(["simPlain001"]);
    expect(result).toMatchObject(expected);
    expect(result).toMatchObject({ detail: expect.stringMatching(/\.$/) });
    expect(simulator.requests().youtube?.count).toBe(1);
  });

  it("leaves an answer of more than 10 MiB, which it never holds whole (invariant 15)", async () => {
    simulator.faults.set([{ platform: "youtube", kind: "endless", rate: 1, delaySeconds: 1 }]);
    expect(await measure(["simPlain001"])).toMatchObject({
      kind: "refused",
      code: "provider_error",
      detail: expect.stringContaining("10485760 bytes"),
    });
  });

  it("leaves an answer that takes too long (invariant 15)", async () => {
    simulator.faults.set([{ platform: "youtube", kind: "slow", rate: 1, delaySeconds: 5 }]);
    const result = await measure(["simPlain001"], { limits: { totalMs: 200 } });
    expect(result).toMatchObject({
      kind: "refused",
      detail: expect.stringContaining("more than 0.2 s"),
    });
  });

  it("names the setting when the key is wrong, and not the key", async () => {
    const result = await measure(["simPlain001"], { key: "invalid-SECRET" });
    expect(result).toMatchObject({ kind: "failed", code: "not_configured" });
    expect(JSON.stringify(result)).toContain("YOUTUBE_API_KEY");
    expect(JSON.stringify(result)).not.toContain("SECRET");
  });

  it("reports the end of the day's quota of its own key only", async () => {
    simulator.settings.youtubeDailyQuota = 1;
    expect((await measure(["simPlain001"], { key: "one" })).kind).toBe("done");
    expect(await measure(["simPlain001"], { key: "one" })).toMatchObject({ code: "quota" });
    expect((await measure(["simPlain001"], { key: "two" })).kind).toBe("done");
  });
});
