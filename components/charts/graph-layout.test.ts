import { describe, expect, it } from "vitest";
import { nodeAt, placeNodes, thickness } from "@/components/charts/graph-layout";

const ROOM = { width: 640, height: 320 };
const nodes = (many: number, name = "#tag") =>
  Array.from({ length: many }, (_, at) => ({
    id: `${at}`,
    name: `${name}${at}`,
    shared: many - at,
    size: many - at,
  }));

describe("placeNodes", () => {
  it("gives the same picture for the same data", () => {
    expect(placeNodes(nodes(10), ROOM)).toEqual(placeNodes(nodes(10), ROOM));
  });

  it.each([1, 2, 3, 6, 10])("keeps %i nodes apart and inside", (many) => {
    const placed = placeNodes(nodes(many), ROOM);
    for (const [index, one] of placed.entries()) {
      expect(one.x).toBeGreaterThan(0);
      expect(one.x).toBeLessThan(ROOM.width);
      expect(one.y - one.radius).toBeGreaterThan(0);
      expect(one.y + one.radius).toBeLessThan(ROOM.height);
      for (const other of placed.slice(index + 1)) {
        const apart = Math.hypot(one.x - other.x, one.y - other.y);
        expect(apart).toBeGreaterThan(one.radius + other.radius);
      }
    }
  });

  it("shortens a long name by whole characters, so that it stays inside on a phone", () => {
    const [, , right] = placeNodes(nodes(6, "#हिन्दीहिन्दीहिन्दीहिन्दीहिन्दीहिन्दी"), {
      width: 330,
      height: 300,
    });
    expect(right?.label.text).toMatch(/^#हिन्दी.*…$/);
    // The vowel sign is never left without its letter.
    expect("#हिन्दीहिन्दीहिन्दीहिन्दीहिन्दीहिन्दी").toContain(right?.label.text.slice(0, -1));
  });
});

it("finds the node that is pointed at, and none far from all", () => {
  const placed = placeNodes(nodes(4), ROOM);
  const { x = 0, y = 0 } = placed[1] ?? {};
  expect(nodeAt(placed, x + 5, y - 5)).toBe(1);
  expect(nodeAt(placed, ROOM.width / 2, ROOM.height / 2)).toBeNull();
});

it("draws the strongest line thickest, and none invisibly thin", () => {
  expect(thickness(10, 10)).toBe(7);
  expect(thickness(0, 0)).toBe(1);
  expect(thickness(1, 1_000)).toBeGreaterThanOrEqual(1);
});
