import { describe, expect, it } from "vitest";
import { read, utils } from "xlsx";
import type { Column, Pages, Row } from "./column.ts";
import { xlsxStream } from "./xlsx.ts";

const columns: Column[] = [
  { key: "url", header: "=url", type: "text" },
  { key: "views", header: "views", type: "count" },
  { key: "rate", header: "rate", type: "number" },
  { key: "at", header: "at", type: "datetime" },
];

async function* paged(...pages: Row[][]): Pages {
  yield* pages;
}

async function workbook(pages: Pages, maxSheetRows?: number, of = columns) {
  const bytes = await new Response(xlsxStream(of, pages, maxSheetRows)).bytes();
  return read(bytes, { cellDates: true, UTC: true, cellFormula: true, cellStyles: true });
}

async function firstSheet(...rows: Row[]) {
  const { Sheets } = await workbook(paged(rows));
  return Sheets.Results ?? {};
}

const TEXTS = [
  "=1+1",
  "+1",
  "-1",
  "@x",
  "\tx",
  "\rx",
  "\nx",
  "＝1",
  " both ends ",
  "two\nlines\rof text",
  "a & b < c > d \"e\" 'f'",
  "_x0041_",
  "_x005F_x0041_",
  "nul \0 bell \u0007",
  "\uFFFE\uFFFF",
  "日本 🎬 ﬀ",
  "123",
  "TRUE",
  "]]>",
];

describe("xlsxStream", () => {
  it.each(TEXTS)(
    "gives the text %j back exactly, as text and not as a formula (invariant 25)",
    async (text) => {
      const { A2 } = await firstSheet([text, null, null, null]);
      expect({ type: A2.t, value: A2.v, formula: A2.f }).toEqual({ type: "s", value: text });
    },
  );

  it("keeps numbers numbers, also negative ones, and dates dates (invariant 25)", async () => {
    const { B2, C2, D2, B3, C3, A3 } = await firstSheet(
      ["x", "999999999999999", "-0.053333", "2026-11-20T09:30:15+01:00"],
      [null, "-12", "1e-7", null],
    );
    expect([B2.t, B2.v, C2.t, C2.v]).toEqual(["n", 999_999_999_999_999, "n", -0.053333]);
    expect([D2.t, D2.v]).toEqual(["d", new Date("2026-11-20T08:30:15Z")]);
    expect([B3.v, C3.v, A3]).toEqual([-12, 1e-7, undefined]);
  });

  it("writes a count that Excel would round as text", async () => {
    const { B2 } = await firstSheet(["x", "9223372036854775807", null, null]);
    expect([B2.t, B2.v]).toEqual(["s", "9223372036854775807"]);
  });

  it("writes as text what is no number or date, or a date that Excel has no number for", async () => {
    const { B2, C2, D2, D3 } = await firstSheet(
      ["x", "many", "NaN", "soon"],
      ["x", null, null, "1900-01-01T00:00:00Z"],
    );
    expect([B2.v, C2.v, D2.v, D3.v]).toEqual(["many", "NaN", "soon", "1900-01-01T00:00:00Z"]);
  });

  it("cuts a text longer than a cell may be, never inside a character", async () => {
    const { A2 } = await firstSheet([`x${"🎬".repeat(20_000)}`, null, null, null]);
    expect(A2.v).toHaveLength(32_766);
    expect(A2.v.isWellFormed()).toBe(true);
    expect(A2.v.endsWith("🎬…")).toBe(true);
  });

  it("goes on in a further sheet when one is full, with the header again", async () => {
    const rows = Array.from(
      { length: 7 },
      (_, index): Row => [`row ${index}`, String(index), null, null],
    );
    const { SheetNames, Sheets } = await workbook(paged(rows.slice(0, 5), rows.slice(5)), 4);
    expect(SheetNames).toEqual(["Results", "Results 2", "Results 3"]);
    const read = SheetNames.map((name) => utils.sheet_to_json(Sheets[name] ?? {}));
    expect(read.map((sheet) => sheet.length)).toEqual([3, 3, 1]);
    expect(read.flat()).toEqual(rows.map(([text], index) => ({ "=url": text, views: index })));
  });

  it("opens no further sheet when the last one is exactly full", async () => {
    const rows = Array.from({ length: 3 }, (): Row => ["x", null, null, null]);
    expect((await workbook(paged(rows), 4)).SheetNames).toEqual(["Results"]);
  });

  it("writes a header alone when there are no rows", async () => {
    const { Sheets } = await workbook(paged());
    expect(utils.sheet_to_json(Sheets.Results ?? {}, { header: 1 })).toEqual([
      ["=url", "views", "rate", "at"],
    ]);
  });

  it("names columns past Z as a spreadsheet does", async () => {
    const wide = Array.from(
      { length: 703 },
      (_, index): Column => ({
        key: `k${index}`,
        header: `h${index}`,
        type: "text",
      }),
    );
    const { Sheets } = await workbook(paged(), undefined, wide);
    expect(Sheets.Results?.["!ref"]).toBe("A1:AAA1");
    expect([Sheets.Results?.AA1.v, Sheets.Results?.AAA1.v]).toEqual(["h26", "h702"]);
  });
});
