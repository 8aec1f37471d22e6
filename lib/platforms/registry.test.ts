import { describe, expect, it } from "vitest";
import { readEnv } from "../env.ts";
import { PLATFORM_IDS } from "./platform.ts";
import { sourceFor } from "./registry.ts";

const settings = (more: Record<string, string> = {}) =>
  readEnv({
    NEXT_PUBLIC_SUPABASE_URL: "http://supabase.test",
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "key",
    SUPABASE_SECRET_KEY: "key",
    CRON_SECRET: "test-cron-secret-0",
    ...more,
  });

describe("sourceFor", () => {
  it.each([
    ["youtube", {}, "not_configured", "YOUTUBE_API_KEY"],
    ["tiktok", {}, "not_configured", "APIFY_TOKEN"],
    ["tiktok", { APIFY_TOKEN: "t" }, "not_configured", "APIFY_TIKTOK_ACTOR"],
    ["instagram", { APIFY_TOKEN: "t" }, "not_configured", "APIFY_INSTAGRAM_ACTOR"],
    ["facebook", {}, "needs_account", "Connect the account"],
    ["linkedin", {}, "needs_account", "Connect the account"],
  ] as const)("%s with %o is %s because of %s", (platform, more, code, detail) => {
    expect(sourceFor(platform, settings(more))).toEqual({
      kind: "unavailable",
      code,
      detail: expect.stringContaining(detail),
    });
  });

  it("gives two keys two budgets and shows neither", () => {
    const names = ["key-one", "key-two"].map((key) => {
      const choice = sourceFor("youtube", settings({ YOUTUBE_API_KEY: key }));
      return choice.kind === "ready" ? choice.source.limits.credential : null;
    });
    expect(new Set(names).size).toBe(2);
    expect(names.join()).toMatch(/^[0-9a-f]{12},[0-9a-f]{12}$/);
  });

  it("marks everything as simulated when the simulator stands in", () => {
    const simulated = settings({
      FEATURE_FAKE_INSIGHTS: "true",
      SIMULATOR_URL: "http://127.0.0.1:1",
      YOUTUBE_API_KEY: "a-real-key",
      YOUTUBE_DAILY_QUOTA: "77",
    });
    const choices = PLATFORM_IDS.map((platform) => sourceFor(platform, simulated));
    const ready = choices.flatMap((choice) => (choice.kind === "ready" ? [choice.source] : []));
    expect(ready.map(({ platform }) => platform)).toEqual(["youtube", "tiktok", "instagram"]);
    for (const source of ready) {
      expect(source).toMatchObject({ simulated: true, limits: { credential: "simulated" } });
    }
    expect(ready[0]?.limits).toMatchObject({ dailyQuota: 77, callsPerSecond: 1000 });
  });
});
