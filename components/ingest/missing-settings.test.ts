import { describe, expect, it } from "vitest";
import { estimate } from "@/components/ingest/cost-words";
import { missingSetting } from "@/components/ingest/missing-settings";

describe("missingSetting", () => {
  const whole = { actor: "me~mine", token_hint: null, has_server_token: true };

  it("names what no run can begin without", () => {
    expect(missingSetting({ ...whole, actor: null })).toMatch(/APIFY_REELS_ACTOR/);
    expect(missingSetting({ ...whole, has_server_token: false })).toMatch(/APIFY_TOKEN/);
  });

  it("is content with the server's token, or the workspace's own", () => {
    expect(missingSetting(whole)).toBeNull();
    expect(missingSetting({ ...whole, has_server_token: false, token_hint: "1234" })).toBeNull();
  });
});

describe("estimate", () => {
  const now = new Date("2026-11-21T13:00:00Z");
  const known = { usd: "0.5", items: 200, at: "2026-11-21T06:00:00Z" };

  it("draws what a run and a day may cost from the last run, and says so", () => {
    expect(estimate(known, 400, "UTC", now)).toBe(
      "About $1.00 a run at most, $4.00 a day on schedule: the run of 06:00 cost $0.50 for 200 items.",
    );
  });

  it("promises nothing without a run, and nothing of a number that is none", () => {
    expect(estimate(null, 400, "UTC", now)).toMatch(/known after the first one/);
    expect(estimate(known, Number.NaN, "UTC", now)).not.toMatch(/a run at most/);
  });
});
