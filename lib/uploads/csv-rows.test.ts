import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { scanCsv } from "./csv-rows.ts";

function scan(text: string, delimiter = ",") {
  const rows: { cells: string[]; line: number }[] = [];
  scanCsv(text, delimiter, (cells, line) => rows.push({ cells, line }) > 0);
  return rows;
}

/** Numbers between 0 and 1, the same ones for a seed. */
function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
    return state / 2 ** 32;
  };
}

describe("scanCsv", () => {
  it.each([
    [
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ["a,b", [["a", "b"]]],
    [
      "a,\n,b",
      [
        ["a", ""],
        ["", "b"],
      ],
    ],
    ['"a,b","c\nd","e""f"', [["a,b", "c\nd", 'e"f']]],
    [
      '"",x\n"""",y',
      [
        ["", "x"],
        ['"', "y"],
      ],
    ],
    ['"a" b,c', [["a b", "c"]]],
    ['a"b,c"d\n', [['a"b', 'c"d']]],
    ["\n\na", [[""], [""], ["a"]]],
  ])("reads %j", (text, rows) => {
    expect(scan(text).map(({ cells }) => cells)).toEqual(rows);
  });

  it("counts lines, those within quotes too", () => {
    expect(scan('a\n"b\nc"\n\nd').map(({ line }) => line)).toEqual([1, 2, 4, 5]);
  });

  it("agrees with csv-parse on two thousand made-up files", () => {
    const random = seeded(7);
    const pick = (list: string[]) => list[Math.floor(random() * list.length)] ?? "";
    const cell = () => {
      const text = Array.from({ length: random() * 4 }, () =>
        pick(["a", "é", ",", "\n", '"', " "]),
      ).join("");
      const isQuoted = /[",\n]/.test(text) || random() < 0.2;
      return isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
    };
    for (let file = 0; file < 2_000; file++) {
      const rows = Array.from({ length: 1 + random() * 4 }, () =>
        Array.from({ length: 2 + random() * 3 }, cell).join(","),
      );
      const text = rows.join("\n");
      const expected = parse(text, { relax_column_count: true });
      expect(scan(text).map(({ cells }) => cells)).toEqual(expected);
    }
  });
});
