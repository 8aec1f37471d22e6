import { describe, expect, it } from "vitest";
import { writeWorkbook } from "../../tests/hostile/workbook-writer.ts";
import { readUpload } from "./read-upload.ts";
import { SAMPLE_FILE, SAMPLE_FILENAME } from "./sample-file.ts";
import { MAX_BYTES, MAX_ROWS, type ReadUpload } from "./upload.ts";

const A = "https://youtu.be/dQw4w9WgXcQ";
const B = "https://www.tiktok.com/@user/video/7438812090417123456";
const C = "https://www.instagram.com/p/DLlGZiCOBQ0/";

function readText(text: string | Uint8Array, mapping = {}) {
  return readUpload(Buffer.from(text), "links.csv", "text/csv", mapping);
}

function roles({ columns }: ReadUpload) {
  return columns.map(({ name, role }) => `${name}: ${role}`);
}

describe("readUpload of a CSV file", () => {
  it("accepts every row of the sample file and keeps its other column", async () => {
    const upload = await readText(SAMPLE_FILE);
    expect(upload).toMatchObject({ kind: "csv", rowsRead: 9, rejected: [], duplicates: [] });
    expect(roles(upload)).toEqual(["platform: platform", "url: link", "campaign: keep"]);
    expect(upload.accepted[0]).toEqual({
      rowNumber: 1,
      platform: "youtube",
      url: "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
      uploadedUrl: "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
      externalId: "dQw4w9WgXcQ",
      extra: ["Spring launch"],
    });
    expect(SAMPLE_FILENAME).toMatch(/\.csv$/);
  });

  it("says of each row what is wrong, and loses none (invariant 24)", async () => {
    const rows = [
      `youtube,${A}`,
      "youtube,",
      `myspace,${A}`,
      `tt,${A}`,
      `ig,https://drive.example/f/92`,
      ",https://www.tiktok.com/@user",
      "",
      ` Tik Tok ,${B}`,
      ",https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=9",
    ];
    const upload = await readText(`Platform,URL\n${rows.join("\n")}\n`);
    const { accepted, rejected, duplicates, rowsRead } = upload;
    expect(accepted.map(({ rowNumber, platform }) => [rowNumber, platform])).toEqual([
      [1, "youtube"],
      [7, "tiktok"],
    ]);
    expect(rejected.map(({ rowNumber, problem, field }) => [rowNumber, problem, field])).toEqual([
      [2, "empty", "URL"],
      [3, "platform_unknown", "Platform"],
      [4, "platform_mismatch", "URL"],
      [5, "other_host", "URL"],
      [6, "not_a_post", "URL"],
    ]);
    expect(rejected[2]).toMatchObject({
      found: A,
      expected: "a TikTok link: the platform column says tt",
      cells: ["tt", A],
    });
    expect(duplicates).toMatchObject([{ rowNumber: 8, problem: "duplicate" }]);
    expect(duplicates[0]?.expected).toBe("a post of its own: row 2 has the same one");
    expect(accepted.length + rejected.length + duplicates.length).toBe(rowsRead);
  });

  it.each([",", ";", "\t", "|"])("finds the delimiter %j", async (delimiter) => {
    const rows = [
      ["platform", "url", "fee"],
      ["yt", A, "450"],
      ["tt", B, "1"],
    ];
    const upload = await readText(rows.map((cells) => cells.join(delimiter)).join("\r\n"));
    expect(upload.accepted.map(({ extra }) => extra)).toEqual([["450"], ["1"]]);
  });

  it("is not misled by decimal commas and takes Excel's own delimiter line", async () => {
    const upload = await readText(`sep=;\nurl;fee\n${A};450,00\n${B};12,50`);
    expect(upload.accepted.map(({ extra }) => extra)).toEqual([["450,00"], ["12,50"]]);
    // The delimiter line is no row of the sheet that Excel shows.
    expect(upload.headerRow).toBe(1);
  });

  const UMLAUT = `url,Größe\r\n${A},mäßig\r\n`;
  it.each([
    ["UTF-8", Buffer.from(UMLAUT)],
    ["UTF-8 with a byte-order mark", Buffer.from(`\ufeff${UMLAUT}`)],
    ["UTF-16 little-endian", Buffer.from(`\ufeff${UMLAUT}`, "utf16le")],
    ["UTF-16 without a mark", Buffer.from(UMLAUT, "utf16le")],
    ["UTF-16 big-endian", Buffer.from(`\ufeff${UMLAUT}`, "utf16le").swap16()],
    ["Windows-1252", Buffer.from(UMLAUT, "latin1")],
  ])("reads %s", async (_, bytes) => {
    const upload = await readText(bytes);
    expect(roles(upload)).toEqual(["url: link", "Größe: keep"]);
    expect(upload.accepted[0]?.extra).toEqual(["mäßig"]);
  });

  it("keeps line breaks and delimiters within quotes, and finds the header below a title", async () => {
    const upload = await readText(
      `"Report, ""Q4""\nfinal",,\n\nnetwork,link,note\nyt,${A},"a\n,b"\n`,
    );
    expect(upload.headerRow).toBe(3);
    expect(roles(upload)).toEqual(["network: platform", "link: link", "note: keep"]);
    expect(upload.accepted[0]?.extra).toEqual(["a\n,b"]);
  });

  it("recognises a column of links whose header says nothing", async () => {
    const upload = await readText(`Beitrag,Kampagne\n${A},x\n${B},y`);
    expect(roles(upload)).toEqual(["Beitrag: link", "Kampagne: keep"]);
  });

  it("reads a file that has no header at all", async () => {
    const upload = await readText(`${A}\n${B}\n`);
    expect(upload).toMatchObject({ headerRow: null, rowsRead: 2 });
    expect(upload.accepted).toHaveLength(2);
  });

  it("tells columns with one name apart, lets the last link win and leaves empty ones out", async () => {
    const upload = await readText(`url,url,note,Note,gone,\n${B},${A},1,2,,\n`);
    expect(roles(upload)).toEqual([
      "url: keep",
      "url (2): link",
      "note: keep",
      "Note (2): keep",
      "gone: skip",
    ]);
  });

  it("asks for the link column when none is found, and judges by the one that is chosen", async () => {
    const text = "name,address\nfirst,somewhere\nsecond,else\n";
    const asked = await readText(text);
    expect(asked).toMatchObject({ needsLinkColumn: true, rowsRead: 2, accepted: [], rejected: [] });
    const chosen = await readText(text, { roles: ["keep", "link"] });
    expect(chosen.rejected).toHaveLength(2);
    await expect(readText(text, { roles: ["keep", "keep"] })).rejects.toThrow(/"name", "address"/);
    await expect(readText(text, { roles: ["link"] })).rejects.toThrow(/1 columns, the file has 2/);
  });

  it.each([
    ["", "invalid_input", /empty/],
    ["\n\n \n", "invalid_input", /empty/],
    ["platform,url\n", "invalid_input", /no rows below/],
    [`url,note\n${A},"never closed\n`, "malformed", /line 2 never ends/],
    ["PK\u0003\u0004", "unsupported_type", /rename it to \.xlsx/],
  ])("refuses %j with a sentence", async (text, code, message) => {
    const error = await readText(text).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it("refuses what is over the limits", async () => {
    await expect(readText(Buffer.alloc(MAX_BYTES + 1))).rejects.toMatchObject({
      code: "too_large",
    });
    const full = `url\n${`${A}\n`.repeat(MAX_ROWS)}`;
    expect((await readText(full)).rowsRead).toBe(MAX_ROWS);
    await expect(readText(`${full}${A}\n`)).rejects.toMatchObject({ code: "too_large" });
  });
});

describe("the kind of a file", () => {
  const csv = Buffer.from(`url\n${A}\n`);
  const xlsx = writeWorkbook([{ name: "S", rows: [["url"], [A]] }]);

  it.each([
    ["LINKS.CSV", null, csv],
    ["links", "text/plain; charset=utf-8", csv],
    ["links.xlsx", null, xlsx],
    ["links", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx],
  ])("%s of type %s is read", async (name, type, bytes) => {
    expect((await readUpload(bytes, name, type)).accepted).toHaveLength(1);
  });

  it.each([
    ["links.xls", "application/vnd.ms-excel", csv, /old Excel format/],
    ["links.xlsm", null, xlsx, /macros/],
    ["links.pdf", "text/csv", csv, /"links.pdf" \(text\/csv\)/],
    ["links", "application/json", csv, /cannot be read/],
    ["links.xlsx", null, csv, /no Excel workbook/],
  ])("%s of type %s is refused", async (name, type, bytes, message) => {
    const error = await readUpload(bytes, name, type).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: "unsupported_type",
      message: expect.stringMatching(message),
    });
  });
});

describe("readUpload of a workbook", () => {
  const read = (bytes: Uint8Array, mapping = {}) => readUpload(bytes, "links.xlsx", null, mapping);

  it("finds the header below a title and keeps other columns", async () => {
    const rows = [["Q4 links"], [], ["Platform", "URL", "fee"], ["yt", A, "450"], [], ["", C, ""]];
    const upload = await read(writeWorkbook([{ name: "Links & more", rows }]));
    expect(upload).toMatchObject({
      kind: "xlsx",
      sheet: "Links & more",
      headerRow: 3,
      rowsRead: 2,
    });
    expect(upload.accepted.map(({ extra }) => extra)).toEqual([["450"], [""]]);
  });

  it("takes the active sheet, or else the first with links, and the one that is asked for", async () => {
    const notes = { name: "Notes", rows: [["hello"], ["world"]] };
    const first = { name: "First", rows: [["url"], [A]] };
    const second = { name: "Second", rows: [["url"], [B], [C]] };
    const sheets = ["Notes", "First", "Second"];
    const active = await read(writeWorkbook([notes, first, second], { activeTab: 2 }));
    expect(active).toMatchObject({ sheet: "Second", sheets, rowsRead: 2 });
    const found = await read(writeWorkbook([notes, first, second]));
    expect(found).toMatchObject({ sheet: "First", sheets, rowsRead: 1 });
    const hidden = await read(writeWorkbook([notes, { ...first, isHidden: true }, second]));
    expect(hidden.sheet).toBe("Second");
    const asked = await read(writeWorkbook([notes, first, second]), { sheet: "Second" });
    expect(asked.rowsRead).toBe(2);
    const missing = read(writeWorkbook([notes, first]), { sheet: "Third" });
    await expect(missing).rejects.toThrow(/no sheet "Third". It has: "Notes", "First"/);
  });
});
