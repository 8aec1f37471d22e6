import { describe, expect, it } from "vitest";
import { failureCause, gapReason } from "@/lib/posts/words";

describe("gapReason", () => {
  it.each([
    ["no_run", "no run took place"],
    ["on_demand", "measured only when asked"],
    ["rate_limited", "YouTube asked us to slow down"],
    ["quota, superseded", "YouTube’s daily quota was spent, a later run took its place"],
    ["never heard of", "it failed on our side"],
  ])("%s: %s", (codes, phrase) => {
    expect(gapReason(codes, "youtube")).toBe(phrase);
  });

  it("has a phrase of its own for every code a run can end with", () => {
    const codes = [
      ...["no_run", "on_demand", "needs_reconnect", "token", "rate_limited", "quota"],
      ...["provider_error", "permission", "not_configured", "pending", "superseded", "cancelled"],
      ...["gone", "internal"],
    ];
    expect(new Set(codes.map((code) => gapReason(code, "tiktok"))).size).toBe(codes.length);
  });
});

describe("failureCause", () => {
  it("quotes what the platform said and ends its sentence", () => {
    expect(failureCause("permission", "Sorry, not yours", "instagram")).toEqual({
      title: "No permission.",
      sentence: "Sorry, not yours.",
    });
  });

  it("says something of its own where the platform said nothing", () => {
    expect(failureCause("not_found", null, "facebook").sentence).toBe(
      "Facebook does not know this post at the moment.",
    );
  });
});
