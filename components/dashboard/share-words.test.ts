import { expect, it } from "vitest";
import { sharesFinding } from "@/components/dashboard/share-words";
import type { Totals } from "@/lib/dashboard/totals";

const share = (platform: string, value: string | null, part: number | null) => ({
  platform,
  value,
  share: part,
});
function totals(platforms: object[], changes: object[] = []) {
  // safe because the finding reads these alone
  return { from: "2026-11-15", is_running: false, platforms, changes } as unknown as Totals;
}

it.each([
  [
    [share("tiktok", "58", 0.58), share("youtube", "42", 0.42)],
    "TikTok brought 58\u202f% of the views",
  ],
  [[share("tiktok", "58", 1), share("linkedin", null, null)], "TikTok brought all the views"],
  [[share("tiktok", "35", 0.35), share("youtube", "34", 0.34)], "Views gained per day"],
  [[], "Views gained per day"],
])("of the shares %j finds: %s", (platforms, finding) => {
  expect(sharesFinding(totals(platforms))).toBe(finding);
});

it("finds nothing across a redefinition", () => {
  const platforms = [share("youtube", "58", 0.58), share("tiktok", "42", 0.42)];
  expect(sharesFinding(totals(platforms, [{ day: "2026-11-17" }]))).toBe("Views gained per day");
  expect(sharesFinding(totals(platforms, [{ day: "2026-11-15" }]))).toContain("YouTube brought");
});
