import { describe, expect, it } from "vitest";
import { gridOf, nearestPlace } from "@/components/charts/scatter-grid";
import { headsFor, overlaps, placeTip, TIP_WIDE } from "@/components/charts/scatter-tip-place";
import { placeTowards, rankTowards } from "@/components/charts/scatter-walk";

describe("nearestPlace", () => {
  const places = Array.from({ length: 400 }, (_, index) => ({
    x: (index * 137) % 611,
    y: (index * 251) % 397,
  }));
  const grid = gridOf(places, 28);

  it("finds what a look at every place would find", () => {
    for (let x = 3; x < 611; x += 41) {
      for (let y = 5; y < 397; y += 37) {
        const apart = (place: { x: number; y: number }) => Math.hypot(place.x - x, place.y - y);
        const least = Math.min(...places.map(apart));
        const found = nearestPlace(grid, x, y);
        expect(found && apart(found)).toBe(least <= 28 ? least : null);
      }
    }
  });

  it("finds nothing out of reach, and of two at one spot the first", () => {
    const [first, second] = [
      { x: 10, y: 10 },
      { x: 10, y: 10 },
    ];
    const two = gridOf([first, second], 28);
    expect(nearestPlace(two, 10, 39)).toBeNull();
    expect(nearestPlace(two, 12, 10)).toBe(first);
  });
});

describe("placeTip", () => {
  const wide = { left: 0, top: 30, right: 706, bottom: 452 };
  const narrow = { left: 0, top: 30, right: 330, bottom: 372 };
  const zones = {
    wide: { left: 562, top: 40, right: 694, bottom: 150 },
    narrow: { left: 240, top: 40, right: 318, bottom: 142 },
  };

  it.each([
    ["wide", wide, zones.wide],
    ["narrow", narrow, zones.narrow],
  ])("never stands over the zone, the mark or the edge: %s", (_, room, zone) => {
    for (let x = 36; x <= room.right - 12; x += 13) {
      for (let y = 40; y <= room.bottom - 44; y += 11) {
        const mark = { x, y, radius: 7 };
        const { left, top } = placeTip(mark, { high: 232, room, zone });
        const box = { left, top, right: left + TIP_WIDE, bottom: top + 232 };
        expect(overlaps(box, zone), `zone at ${x} ${y}`).toBe(false);
        const itself = { left: x - 7, top: y - 7, right: x + 7, bottom: y + 7 };
        expect(overlaps(box, itself), `mark at ${x} ${y}`).toBe(false);
        expect(left).toBeGreaterThanOrEqual(room.left);
        expect(box.right).toBeLessThanOrEqual(room.right);
        expect(top).toBeGreaterThanOrEqual(room.top);
      }
    }
  });

  it("stands beside a mark that has room", () => {
    const { left } = placeTip({ x: 200, y: 250, radius: 5 }, { high: 200, room: wide, zone: null });
    expect(left).toBe(217);
  });
});

describe("headsFor", () => {
  const box = { left: 100, top: 100, right: 200, bottom: 200 };

  it("knows who is on the way to the tip from who is not", () => {
    expect(headsFor(box, { x: 0, y: 150 }, { x: 10, y: 150 })).toBe(true);
    expect(headsFor(box, { x: 10, y: 150 }, { x: 0, y: 150 })).toBe(false);
    expect(headsFor(box, { x: 0, y: 0 }, { x: 5, y: 6 })).toBe(true);
    expect(headsFor(box, { x: 0, y: 0 }, { x: 5, y: 1 })).toBe(false);
    expect(headsFor(box, { x: 150, y: 0 }, { x: 150, y: 10 })).toBe(true);
    expect(headsFor(box, { x: 50, y: 50 }, { x: 50, y: 50 })).toBe(false);
  });
});

describe("walking by arrows", () => {
  const at = { x: 100, y: 100 };
  const [near, far, aside] = [
    { x: 120, y: 110 },
    { x: 140, y: 100 },
    { x: 102, y: 60 },
  ];

  it("goes to the nearest within the direction before anything beside it", () => {
    expect(placeTowards([far, near, aside, at], at, "ArrowRight")).toBe(near);
    expect(placeTowards([far, near, aside, at], at, "ArrowUp")).toBe(aside);
    expect(placeTowards([far, near, aside, at], at, "ArrowLeft")).toBeNull();
  });

  it("leaves the direction only when there is nothing in it", () => {
    const [beside, ahead] = [
      { x: 105, y: 112 },
      { x: 130, y: 100 },
    ];
    expect(placeTowards([beside, ahead], at, "ArrowRight")).toBe(ahead);
    expect(placeTowards([beside], at, "ArrowRight")).toBe(beside);
  });

  it("does not leap along the edge", () => {
    expect(placeTowards([{ x: 103, y: 300 }], at, "ArrowRight")).toBeNull();
  });

  it("reaches every score, the highest first", () => {
    expect(["Home", "PageUp", "PageDown", "End"].map((key) => rankTowards(3, 9, key))).toEqual([
      0, 2, 4, 8,
    ]);
    expect([rankTowards(8, 9, "PageDown"), rankTowards(0, 9, "PageUp")]).toEqual([8, 0]);
  });
});
