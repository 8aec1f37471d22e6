import { describe, expect, it } from "vitest";
import { type HistoryInput, type HistoryPoint, readHistory } from "@/components/charts/history";

const hour = (hours: number) => new Date(Date.UTC(2026, 10, 1, hours)).toISOString();
const point = (hours: number, value: string | null, definition = "v1"): HistoryPoint => ({
  at: hour(hours),
  value,
  definition,
  simulated: false,
  source: "YouTube Data API",
});
const read = (input: Partial<HistoryInput>) =>
  readHistory(
    { points: [], gaps: [], changes: [], restatements: [], rates: [], ...input },
    hour(0),
  );
const line = (history: ReturnType<typeof read>) =>
  history.rows.map(({ old, current }) => old ?? current ?? null);

describe("readHistory", () => {
  it("joins neighbouring measurements, whatever order they come in", () => {
    const history = read({ points: [point(6, "20"), point(0, "10"), point(12, "30")] });
    expect(line(history)).toEqual([10, 20, 30]);
    expect(history.bridges).toEqual([]);
  });

  it("breaks the line at a gap and bridges it dotted", () => {
    const history = read({
      points: [point(0, "10"), point(6, "20"), point(48, "90")],
      gaps: [{ from: hour(6), to: hour(48), reason: "no API key" }],
    });
    expect(line(history)).toEqual([10, 20, null, 90]);
    expect(history.bridges.map(({ from, to }) => [from.amount, to.amount])).toEqual([[20, 90]]);
  });

  it("never takes a missing number for 0: it breaks the line", () => {
    const history = read({ points: [point(0, "10"), point(6, null), point(12, "30")] });
    expect(line(history)).toEqual([10, null, 30]);
    expect(history.marks[1]?.amount).toBeNull();
    expect(history.bridges).toHaveLength(1);
  });

  it("breaks at a definition change without any bridge, and what was before is old", () => {
    const change = { at: hour(9), label: "Changed", note: "Counts more." };
    const history = read({
      points: [point(0, "10"), point(6, "20"), point(12, "90", "v2"), point(18, "99", "v2")],
      changes: [change],
      gaps: [{ from: hour(7), to: hour(11), reason: "stopped" }],
    });
    expect(line(history)).toEqual([10, 20, null, 90, 99]);
    expect(history.bridges).toEqual([]);
    expect(history.marks.map(({ old }) => old)).toEqual([true, true, false, false]);
  });

  it("breaks where the definition differs even if no change was named", () => {
    const history = read({ points: [point(0, "10", "v1"), point(6, "20", "v2")] });
    expect(line(history)).toEqual([10, null, 20]);
  });

  it("breaks at a named change even if the definitions read the same", () => {
    const changes = [{ at: hour(6), label: "Changed", note: "" }];
    const history = read({ points: [point(0, "10"), point(6, "20")], changes });
    expect(line(history)).toEqual([10, null, 20]);
  });

  it("draws no pace across a change or a gap", () => {
    const rates = [
      { from: hour(0), to: hour(6), perHour: 2 },
      { from: hour(6), to: hour(12), perHour: 50 },
      { from: hour(12), to: hour(24), perHour: 3 },
      { from: hour(24), to: hour(30), perHour: 4 },
    ];
    const history = read({
      points: [0, 6, 12, 24, 30].map((hours) => point(hours, "1")),
      rates,
      changes: [{ at: hour(9), label: "Changed", note: "" }],
      gaps: [{ from: hour(12), to: hour(24), reason: "stopped" }],
    });
    expect(history.bars.map(({ perHour, old }) => [perHour, old])).toEqual([
      [2, true],
      [4, false],
    ]);
  });

  it("gives one measurement, and none, a stretch of time to stand in", () => {
    for (const points of [[point(0, "10")], []]) {
      const [from, to] = read({ points }).extent;
      expect(to).toBeGreaterThan(from);
    }
  });

  it("ties a restatement to its measurement", () => {
    const restatements = [{ at: hour(6), from: "120", to: "90" }];
    const { marks } = read({ points: [point(0, "100"), point(6, "90")], restatements });
    expect(marks.map(({ restated }) => restated?.from)).toEqual([undefined, "120"]);
  });
});
