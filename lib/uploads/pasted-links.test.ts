import { describe, expect, it } from "vitest";
import { readPastedLinks } from "./pasted-links.ts";

const A = "https://youtu.be/dQw4w9WgXcQ";
const B = "https://www.tiktok.com/@user/video/7438812090417123456";

describe("readPastedLinks", () => {
  it("reads a link a line, several in a line, and keeps bad ones as rejected rows", () => {
    const upload = readPastedLinks(`\r\n${A},\n  ${B}; ${A}\nnot a link\n\n`);
    expect(upload).toMatchObject({ kind: "paste", headerRow: null, rowsRead: 4 });
    expect(upload.accepted.map(({ rowNumber }) => rowNumber)).toEqual([1, 2]);
    expect(upload.duplicates.map(({ rowNumber }) => rowNumber)).toEqual([3]);
    expect(upload.rejected).toMatchObject([{ rowNumber: 4, problem: "malformed", field: "link" }]);
  });

  it("reports a first line that looks like a header instead of taking it for one", () => {
    const upload = readPastedLinks(`link\n${A}`);
    expect(upload.rejected).toMatchObject([{ rowNumber: 1, found: "link" }]);
  });

  it.each(["", " \n\t\r\n"])("refuses %j", (text) => {
    expect(() => readPastedLinks(text)).toThrow("There is no link. Paste at least one.");
  });

  it("refuses more rows than are allowed", () => {
    expect(() => readPastedLinks(`${A}\n`.repeat(50_001))).toThrow(/more than 50,000 rows/);
  });
});
