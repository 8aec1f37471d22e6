import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csvBlob } from "@/components/charts/download-csv";
import { historyTable, paceText } from "@/components/charts/history-table";

const INPUT = {
  points: [
    {
      at: "2026-11-01T06:00:00Z",
      value: "9223372036854775807",
      definition: "v1",
      simulated: true,
      source: "=cmd",
    },
    {
      at: "2026-11-01T12:00:00Z",
      value: null,
      definition: "v1",
      simulated: false,
      source: "YouTube Data API",
      reason: "The author hides it.",
    },
  ],
  gaps: [{ from: "2026-11-01T13:00:00Z", to: "2026-11-02T12:00:00Z", reason: "no API key" }],
  changes: [{ at: "2026-11-01T01:00:00Z", label: "Redefined", note: "Counts more." }],
  restatements: [{ at: "2026-11-01T06:00:00Z", from: "12000", to: "11000" }],
  rates: [{ from: "2026-11-01T00:00:00Z", to: "2026-11-01T06:00:00Z", perHour: 0.1 + 0.2 }],
};

describe("historyTable", () => {
  it("says in rows what the chart shows: numbers, gaps, changes, restatements, oldest first", async () => {
    const blob = await csvBlob(historyTable(INPUT, "Views", "Etc/UTC"));
    const records = parse(Buffer.from(await blob.arrayBuffer()), { bom: true, columns: true });
    expect(records).toMatchObject([
      { Measured: "2026-11-01T01:00:00Z", Views: "", Note: "Redefined. Counts more." },
      {
        Views: "9223372036854775807",
        "Per hour": "0.3",
        Simulated: "yes",
        Note: "Restated from 12,000 to 11,000.",
      },
      { Views: "", Simulated: "no", Note: "The author hides it." },
      { Views: "", Note: "Not measured until 2 Nov 2026, 12:00:00 Etc/UTC: no API key" },
    ]);
  });

  it("lets no text be taken for a formula (invariant 25)", async () => {
    const text = await (await csvBlob(historyTable(INPUT, "=Views", "Etc/UTC"))).text();
    expect(text).toContain(",'=cmd,");
    expect(text).toContain("Measured,'=Views,");
  });

  it("shows who is simulated only where something is, and always exports it", () => {
    const simulated = (points: typeof INPUT.points) =>
      historyTable({ ...INPUT, points }, "Views", "Etc/UTC").columns.find(
        ({ key }) => key === "simulated",
      );
    expect(simulated(INPUT.points)?.exportOnly).toBe(false);
    expect(simulated(INPUT.points.slice(1))?.exportOnly).toBe(true);
  });
});

it("writes a pace whole unless little comes", () => {
  expect([3_160.6, -83.4, 0.25, 0, -0.001].map(paceText)).toEqual([
    "3,161",
    "−83",
    "0.25",
    "0",
    "0",
  ]);
});
