import { describe, expect, it } from "vitest";
import { fileRow, fileRowsOf } from "./file-rows.ts";
import { readUpload } from "./read-upload.ts";

const LINK = "https://www.youtube.com/watch?v=simPlain00";

async function rowsIn(text: string) {
  const upload = await readUpload(Buffer.from(text), "links.csv", null);
  return upload.accepted.map(({ rowNumber }) => fileRow(upload.fileRows, rowNumber));
}

describe("the row of the file that a data row is", () => {
  it("counts the header, blank rows and titles above it, and a cell of several lines once", async () => {
    expect(await rowsIn(`url,note\n${LINK}1,a\n${LINK}2,b`)).toEqual([2, 3]);
    expect(await rowsIn(`My links\n\nurl,note\n${LINK}1,"two\nlines"\n\n${LINK}2,b`)).toEqual([
      4, 6,
    ]);
    expect(await rowsIn(`${LINK}1\n${LINK}2`)).toEqual([1, 2]);
  });

  it("keeps a pair for each gap only, and gives up on a file that is all gaps", () => {
    expect(fileRowsOf([2, 3, 4, 7, 8])).toEqual([1, 2, 4, 7]);
    const gaps = fileRowsOf(Array.from({ length: 2000 }, (_, index) => 2 * index));
    expect([gaps, fileRow(gaps, 9)]).toEqual([null, 9]);
  });
});
