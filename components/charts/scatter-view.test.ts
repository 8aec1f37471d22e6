import { describe, expect, it } from "vitest";
import {
  isWhole,
  panBy,
  percentileTicks,
  sameView,
  viewBetween,
  WHOLE,
  ZONE,
  zoneIn,
  zoomAround,
} from "@/components/charts/scatter-view";

const labels = (span: readonly [number, number], most: number) =>
  percentileTicks(span, most).map(({ label }) => label);

describe("percentileTicks", () => {
  it("follows the zoom, on round percentiles", () => {
    expect(labels([0, 100], 5)).toEqual(["0", "20", "40", "60", "80", "100"]);
    expect(labels([0, 100], 4)).toEqual(["0", "25", "50", "75", "100"]);
    expect(labels([80, 100], 5)).toEqual(["80", "85", "90", "95", "100"]);
    expect(labels([25.7, 82.9], 5)).toEqual(["40", "60", "80"]);
    expect(labels([97.3, 99.3], 5)).toEqual(["98", "99"]);
  });
});

describe("views", () => {
  it("take any two corners, and stay on the axes", () => {
    expect(viewBetween({ x: 120, y: 40 }, { x: 60, y: -3 })).toEqual({ x: [60, 100], y: [0, 40] });
  });

  it("come no closer than reels can be told apart", () => {
    expect(viewBetween({ x: 99.9, y: 50 }, { x: 100, y: 50.2 })).toEqual({
      x: [98, 100],
      y: [49.1, 51.1],
    });
  });

  it("keep the place that is zoomed at", () => {
    expect(zoomAround(WHOLE, { x: 80, y: 50 }, 2)).toEqual({ x: [40, 90], y: [25, 75] });
    expect(zoomAround(WHOLE, { x: 100, y: 0 }, 2)).toEqual({ x: [50, 100], y: [0, 50] });
  });

  it("are whole again, to the last digit, when zoomed out as far as in", () => {
    for (let rank = 0; rank <= 411; rank++) {
      const at = { x: (100 * rank) / 411, y: (100 * (411 - rank)) / 411 };
      const back = zoomAround(zoomAround(WHOLE, at, 2), at, 1 / 2);
      expect(isWhole(back), `at ${at.x}`).toBe(true);
    }
  });

  it("are held by the edges of the axes", () => {
    expect(panBy(ZONE, -0.5, 0.5)).toEqual({ x: [70, 90], y: [70, 100] });
    expect(sameView(panBy(WHOLE, 0.25, 0.25), WHOLE)).toBe(true);
  });
});

describe("zoneIn", () => {
  it("is the part that is seen, with the edges that are seen", () => {
    expect(zoneIn(WHOLE)).toEqual({ part: ZONE, left: true, bottom: true });
    expect(zoneIn({ x: [90, 100], y: [0, 80] })).toEqual({
      part: { x: [90, 100], y: [70, 80] },
      left: false,
      bottom: true,
    });
    expect(zoneIn({ x: [0, 80], y: [0, 100] })).toBeNull();
  });
});
