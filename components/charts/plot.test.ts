import { describe, expect, it } from "vitest";
import { fitLines, placeLabel, scalesOf } from "@/components/charts/plot";

it("maps the extent onto the room between the axes", () => {
  const room = { width: 500, height: 300, left: 44, right: 12, top: 40, bottom: 26 };
  const { x, y } = scalesOf(room, [0, 100], [0, 10]);
  expect([x(0), x(100), y(0), y(10)]).toEqual([44, 488, 274, 40]);
});

describe("fitLines", () => {
  it("breaks between words, and says nothing rather than half of it", () => {
    expect(fitLines("the worker was stopped", 100, 3)).toEqual(["the worker was", "stopped"]);
    expect(fitLines("the worker was stopped", 100, 1)).toEqual([]);
    expect(fitLines("Donaudampfschifffahrt", 60, 3)).toEqual([]);
  });
});

describe("placeLabel", () => {
  const edges = { from: 0, to: 400 };

  it("stands left of its line, right of it near the left edge, and nowhere without room", () => {
    expect(placeLabel(200, 100, edges, [])?.anchor).toBe("end");
    expect(placeLabel(50, 100, edges, [])?.anchor).toBe("start");
    expect(placeLabel(200, 300, edges, [])).toBeNull();
  });

  it("never covers a label that stands already", () => {
    expect(placeLabel(200, 100, edges, [{ from: 60, to: 150 }])?.anchor).toBe("start");
    expect(placeLabel(200, 100, edges, [{ from: 60, to: 350 }])).toBeNull();
  });
});
