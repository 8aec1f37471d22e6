import { describe, expect, it } from "vitest";
import { CURVES, grown } from "./curves.ts";

const DAY_SECONDS = 86_400;

describe("grown", () => {
  it.each(CURVES)("%s begins at nothing, never falls and stays within its final views", (curve) => {
    for (const turn of [0, 0.5, 0.99]) {
      const shares = Array.from({ length: 800 }, (_, at) =>
        grown(curve, at * DAY_SECONDS * 0.5, turn),
      );
      expect(shares[0]).toBeCloseTo(0);
      expect(shares).toEqual(shares.toSorted((one, other) => one - other));
      expect(shares.at(-1)).toBeLessThanOrEqual(1);
      expect(shares.at(-1)).toBeGreaterThan(0.8);
    }
  });

  it("tells a burst from a slow burner and a late success", () => {
    const [burst, slow, viral] = (["burst", "slow", "viral"] as const).map((curve) =>
      grown(curve, 7 * DAY_SECONDS, 0.5),
    );
    expect(burst).toBeGreaterThan(0.9);
    expect(slow).toBeLessThan(0.1);
    expect(viral).toBeLessThan(0.1);
    expect(grown("viral", 40 * DAY_SECONDS, 0.5)).toBeGreaterThan(0.9);
  });
});
