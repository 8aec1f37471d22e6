import { describe, expect, it } from "vitest";
import { nearestIndex, tellApart } from "@/components/charts/thin";

const row = (count: number, step: number) =>
  Array.from({ length: count }, (_, index) => ({ x: index * step, y: 0 }));

describe("tellApart", () => {
  it("leaves out nothing that can be told apart", () => {
    expect(tellApart(row(30, 10), 5)).toHaveLength(30);
  });

  it("thins what stands on each other and keeps the first and the last", () => {
    const drawn = tellApart(row(1_000, 0.5), 5);
    expect(drawn).toHaveLength(101);
    expect([drawn[0]?.x, drawn.at(-1)?.x]).toEqual([0, 499.5]);
  });

  it("keeps what must be seen, and what is apart only in height", () => {
    const marked = tellApart(row(10, 0.5), 5, ({ x }) => x === 2);
    expect(marked.map(({ x }) => x)).toEqual([0, 2, 4.5]);
    expect(
      tellApart(
        [
          { x: 0, y: 0 },
          { x: 0, y: 40 },
          { x: 0, y: 80 },
        ],
        5,
      ),
    ).toHaveLength(3);
  });
});

describe("nearestIndex", () => {
  it.each([
    [-5, 0],
    [4, 0],
    [6, 1],
    [24, 2],
    [900, 9],
  ])("%d px is nearest to place %d", (x, index) => {
    expect(nearestIndex(row(10, 10), x)).toBe(index);
  });
});
