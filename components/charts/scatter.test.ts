import { describe, expect, it } from "vitest";
import { placeMarks, readScatter, shrinkOf, sizeOfViews } from "@/components/charts/scatter";
import { reel } from "@/components/charts/scatter-fixture";
import { layerPaths } from "@/components/charts/scatter-layers";
import { WHOLE, ZONE } from "@/components/charts/scatter-view";

const ROOM = { width: 448, height: 484, left: 36, right: 12, top: 40, bottom: 44 };

describe("sizeOfViews", () => {
  it("adds the same for each power of ten", () => {
    const size = sizeOfViews([100, 1_000_000]);
    expect([100, 1_000, 10_000, 1_000_000].map(size)).toEqual([0, 0.25, 0.5, 1]);
  });

  it("does not blow up what is nearly the same", () => {
    const size = sizeOfViews([900, 1_000]);
    expect(size(900)).toBeGreaterThan(0.97);
  });

  it("takes a reel that nobody watched for the smallest", () => {
    expect(sizeOfViews([0, 5_000])(0)).toBe(0);
  });
});

describe("placeMarks", () => {
  const marks = readScatter([reel(1, 0, 0), reel(2, 100, 100), reel(3, 90, 75)]);

  it("goes from the highest score to the lowest, on the axes' own scale", () => {
    const places = placeMarks(marks, WHOLE, ROOM);
    expect(places.map(({ mark, x, y }) => [mark.reel.post_id, x, y])).toEqual([
      [2, 436, 40],
      [3, 396, 140],
      [1, 36, 440],
    ]);
  });

  it("keeps what is in view, edges included", () => {
    const places = placeMarks(marks, ZONE, ROOM);
    expect(places.map(({ mark, x }) => [mark.reel.post_id, x])).toEqual([
      [2, 436],
      [3, 236],
    ]);
  });

  it("gives areas from 60 to 280 px² where there is room, and less of all alike where there is none", () => {
    const few = readScatter([
      reel(1, 10, 10, { views: "100" }),
      reel(2, 90, 90, { views: "10000" }),
    ]);
    const areas = placeMarks(few, WHOLE, ROOM).map(({ radius }) => Math.PI * radius ** 2);
    expect(areas.map(Math.round)).toEqual([280, 60]);
    expect(shrinkOf(412, ROOM)).toBeLessThan(shrinkOf(30, ROOM));
    expect(shrinkOf(30, ROOM)).toBe(1);
  });

  it("names breakouts by their score alone", () => {
    const [first, second] = readScatter([
      reel(1, 80, 80, { performance_score: 95 }),
      reel(2, 99, 99, { performance_score: 94.99 }),
    ]);
    expect([first?.breakout, second?.breakout]).toEqual([true, false]);
  });
});

describe("layerPaths", () => {
  const count = (paths: string[]) => paths.map((path) => path.split("M").length - 1);

  it("never puts two circles that touch into one path, and loses none", () => {
    const heap = [0, 3, 6, 40].map((x) => ({ x, y: 0, radius: 4 }));
    expect(count(layerPaths(heap))).toEqual([2, 1, 1]);
  });

  it("draws even what lies deeper than any layer", () => {
    const heap = Array.from({ length: 100 }, () => ({ x: 5, y: 5, radius: 4 }));
    expect(count(layerPaths(heap)).reduce((sum, each) => sum + each, 0)).toBe(100);
  });
});
