import { describe, expect, it } from "vitest";
import { itemsOf, nextPlace, shapeOf, topThreads, unfoldOver } from "@/components/comments/outline";

//  0      1       2       3     4      5     6
//  first  reply   deeper  more  reply  last  reply
const DEPTHS = [1, 2, 3, 4, 2, 1, 2];
const shape = shapeOf(DEPTHS);

describe("shapeOf", () => {
  it("counts what stands under each comment, and names what each answers", () => {
    expect(shape.below).toEqual([4, 2, 1, 0, 0, 1, 0]);
    expect(shape.above).toEqual([-1, 0, 1, 2, 0, -1, 5]);
  });

  it("takes a chain of any depth in one pass", () => {
    const deep = shapeOf(Array.from({ length: 100_000 }, (_, at) => at + 1));
    expect(deep.below[0]).toBe(99_999);
    expect(deep.above.at(-1)).toBe(99_998);
    expect(shapeOf([])).toEqual({ below: [], above: [] });
  });
});

describe("itemsOf", () => {
  const places = (here: number[], folded: number[] = []) =>
    itemsOf(shape, (at) => here.includes(at), new Set(folded)).map((item) =>
      item.kind === "row" ? item.at : `${item.from}–${item.until - 1}`,
    );

  it("shows rows that are here, and one gap for each stretch that is not", () => {
    expect(places([0, 1, 2, 3, 4, 5, 6])).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(places([0, 1])).toEqual([0, 1, "2–6"]);
    expect(places([3, 4])).toEqual(["0–2", 3, 4, "5–6"]);
  });

  it("hides what is under a folded comment, loaded or not", () => {
    expect(places([0, 1, 2, 3, 4, 5, 6], [0])).toEqual([0, 5, 6]);
    expect(places([0, 5], [0])).toEqual([0, 5, "6–6"]);
    expect(places([0, 1, 4, 5, 6], [1])).toEqual([0, 1, 4, 5, 6]);
  });
});

it("unfolds what hides a place, and nothing else", () => {
  expect([...unfoldOver(shape, new Set([0, 1, 5]), 3)]).toEqual([5]);
  const folded = new Set([3, 5]);
  expect(unfoldOver(shape, folded, 3)).toBe(folded);
});

it("folds threads at the top that have replies", () => {
  expect(topThreads([...DEPTHS, 1], shapeOf([...DEPTHS, 1]))).toEqual([0, 5]);
});

it("finds the next of some places in both ways", () => {
  expect(nextPlace([2, 5, 9], 2, 1)).toBe(5);
  expect(nextPlace([2, 5, 9], 2, -1)).toBeUndefined();
  expect(nextPlace([2, 5, 9], 100, -1)).toBe(9);
});
