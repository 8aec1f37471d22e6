import { expect, it } from "vitest";
import { accountName, freshnessOf } from "@/components/accounts/account-words";
import { explainRunTrouble } from "@/components/accounts/run-trouble";

const NOW = new Date("2026-11-21T12:00:00Z");

it.each([
  ["connected", "2026-11-21T06:00:01Z", "fresh"],
  ["connected", "2026-11-21T05:59:00Z", "ageing"],
  ["connected", "2026-11-20T23:00:00Z", "stale"],
  ["connected", null, "stale"],
  ["disabled", "2026-11-21T11:00:00Z", "fresh"],
  ["needs_reconnect", "2026-11-21T11:59:00Z", "cut"],
  ["disconnected", null, "cut"],
] as const)("is a %s account, last refreshed %s, %s", (status, last_refresh_at, level) => {
  expect(freshnessOf({ status, last_refresh_at }, NOW)).toBe(level);
});

it("calls an account by its handle, else by its name", () => {
  const account = { platform: "instagram", name: "Harbor Oats" } as const;
  expect(accountName({ ...account, handle: "harbor.oats" })).toBe("Instagram @harbor.oats");
  expect(accountName({ ...account, handle: "@harbor.oats" })).toBe("Instagram @harbor.oats");
  expect(accountName({ ...account, handle: null })).toBe("Instagram Harbor Oats");
});

it("says of a trouble what the platform said and what comes next, and nothing twice", () => {
  const explain = (code: string | null, detail: string | null) =>
    explainRunTrouble({ code, detail }, "tiktok");
  expect(explain("needs_reconnect", "Its token is dead.")).toBeNull();
  expect(explain("quota", "Whatever.")).toMatch(/^TikTok's quota .* by itself\.$/);
  expect(explain("provider_error", "TikTok answered with 500.")).toBe(
    "TikTok answered with 500. The next run tries again.",
  );
  expect(explain(null, null)).toMatch(/^A part of the run broke .* tries again\.$/);
});
