import { describe, expect, it } from "vitest";
import { writeWorkbook } from "../../tests/hostile/workbook-writer.ts";
import { readWorkbook } from "./workbook.ts";

const LINK = "https://youtu.be/dQw4w9WgXcQ";
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/><numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** The cells of a second column that follows a column of links. */
async function readCells(cells: string[], { workbook = "" } = {}) {
  const rows = cells.map(
    (cell, n) => `<row r="${n + 2}"><c r="A${n + 2}" t="str"><v>${LINK}</v></c>${cell}</row>`,
  );
  const also = [{ name: "xl/styles.xml", data: STYLES }];
  if (workbook) also.push({ name: "xl/workbook.xml", data: workbook });
  const header = '<row r="1"><c r="A1" t="str"><v>url</v></c></row>';
  const bytes = writeWorkbook([{ name: "S", rows: header + rows.join("") }], { also });
  const { table } = await readWorkbook(bytes);
  return table.rows.map(([, cell = ""]) => cell);
}

describe("the cells of a workbook", () => {
  it.each([
    ["a shared text that does not exist", '<c t="s"><v>99</v></c>', ""],
    [
      "an inline text with runs",
      '<c t="inlineStr"><is><r><t>a &amp; </t></r><r><t xml:space="preserve"> b</t></r></is></c>',
      "a &  b",
    ],
    ["a reading aid", '<c t="inlineStr"><is><t>漢</t><rPh><t>kan</t></rPh></is></c>', "漢"],
    ["an escaped line break", '<c t="str"><v>a_x000D_&#10;b</v></c>', "a\r\nb"],
    ["the result of a formula", "<c><f>1&lt;2</f><v>3</v></c>", "3"],
    ["true", '<c t="b"><v>1</v></c>', "TRUE"],
    ["an error", '<c t="e"><v>#N/A</v></c>', "#N/A"],
    ["a number as typed", "<c><v>0.30000000000000004</v></c>", "0.3"],
    ["a number in scientific form", "<c><v>4.5E2</v></c>", "450"],
    ["an id longer than a double", "<c><v>7438812090417123456</v></c>", "7438812090417123456"],
    ["a date", '<c s="1"><v>46344</v></c>', "2026-11-18"],
    ["a date in a format of its own", '<c s="2"><v>46344</v></c>', "2026-11-18"],
    ["a date with a time", '<c s="3"><v>46344.5868055556</v></c>', "2026-11-18 14:05:00"],
    ["a number in a format with words", '<c s="4"><v>12</v></c>', "12"],
    ["attributes in single quotes", "<c r='B2' t='str'><v>x</v></c>", "x"],
    ["a far cell that is empty", '<c r="XFD2" s="1"/>', ""],
  ])("hold %s", async (_, cell, text) => {
    expect(await readCells([cell])).toEqual([text]);
  });

  it("count dates from 1904 where the workbook does", async () => {
    const workbook =
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>';
    expect(await readCells(['<c s="1"><v>44882</v></c>'], { workbook })).toEqual(["2026-11-18"]);
  });

  it("are found where every tag has a prefix", async () => {
    const sheet = `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="3"><x:c r="B3" t="str"><x:v>url</x:v></x:c></x:row><x:row r="4"><x:c r="B4" t="inlineStr"><x:is><x:t>${LINK}</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const also = [{ name: "xl/worksheets/sheet1.xml", data: sheet }];
    const { table } = await readWorkbook(writeWorkbook([{ name: "S", rows: [] }], { also }));
    expect(table).toMatchObject({ headerRow: 3, rows: [["", LINK]] });
  });

  it("survive a sheet of many pieces", async () => {
    const rows = Array.from({ length: 9_000 }, (_, n) => [`${LINK}?n=${n}`, `note ${n}`]);
    const { table } = await readWorkbook(
      writeWorkbook([{ name: "S", rows: [["url", "n"], ...rows] }]),
    );
    expect(table.rows).toEqual(rows);
  });
});
