import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Column, Pages, Row } from "./column.ts";
import { csvStream } from "./csv.ts";
import { restore } from "./formula.ts";

const columns: Column[] = [
  { key: "url", header: "url", type: "text" },
  { key: "views", header: "views", type: "count" },
  { key: "change", header: "change", type: "number" },
  { key: "measured_at", header: "measured_at", type: "datetime" },
  { key: "fee", header: "=fee", type: "text" },
];

async function* paged(...pages: Row[][]): Pages {
  yield* pages;
}

const written = (pages: Pages) => new Response(csvStream(columns, pages)).bytes();

describe("csvStream", () => {
  it("writes a byte order mark, CRLF, quotes only where needed and nothing for what is missing", async () => {
    const bytes = await written(
      paged(
        [["a,b", "12", "0.5", "2026-11-20T09:00:00Z", null]],
        [],
        [['say "x"', null, null, null, "two\nlines"]],
      ),
    );
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe(
      "\uFEFFurl,views,change,measured_at,'=fee\r\n" +
        '"a,b",12,0.5,2026-11-20T09:00:00Z,\r\n' +
        '"say ""x""",,,,"two\nlines"\r\n',
    );
  });

  it("leaves negative numbers alone, but not what only claims to be a number (invariant 25)", async () => {
    const text = await new Response(
      csvStream(
        columns,
        paged([
          ["x", "-12", "-0.25", null, null],
          ["x", "-1+cmd", "=1", null, null],
        ]),
      ),
    ).text();
    expect(text.split("\r\n").slice(1, 3)).toEqual(["x,-12,-0.25,,", "x,'-1+cmd,'=1,,"]);
  });

  it("comes back through csv-parse as it was, whatever the text (invariant 25)", async () => {
    const starts = [
      "=",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      "\n",
      "\0",
      "＝",
      "＋",
      "－",
      "＠",
      "'=",
      ",",
      '"',
      " ",
      "ü",
      "🎬",
    ];
    const rows = starts.flatMap((start) =>
      ["", "1+1", 'a"b', "c,d", "e\r\nf", "ﬀ𝒳"].map(
        (rest): Row => [
          start + rest,
          "9223372036854775807",
          "-1.5",
          "2026-11-20T09:00:00+01:00",
          rest || null,
        ],
      ),
    );
    const [, ...records] = parse(
      Buffer.from(await written(paged(rows.slice(0, 50), rows.slice(50)))),
      {
        bom: true,
        record_delimiter: "\r\n",
      },
    );
    for (const [url] of records) expect(url).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
    expect(records.map((record) => record.map(restore))).toEqual(
      rows.map(([url, views, change, at, fee]) => [url, views, change, at, fee ?? ""]),
    );
  });
});
