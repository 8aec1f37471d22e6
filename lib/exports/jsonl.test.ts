import { expect, it } from "vitest";
import type { Column, Pages, Row } from "./column.ts";
import { jsonlStream } from "./jsonl.ts";

const columns: Column[] = [
  { key: "url", header: "url", type: "text" },
  { key: "views", header: "views", type: "count" },
  { key: "engagement_rate", header: "ER", type: "number" },
  { key: 'kept "x"', header: "x", type: "text" },
  { key: "absent", header: "absent", type: "json" },
];

async function lines(...rows: Row[]) {
  async function* pages(): Pages {
    yield rows;
  }
  return (await new Response(jsonlStream(columns, pages())).text()).split("\n");
}

it("writes one object a row, with every key, null for missing and the JSON column as it is", async () => {
  const [first, second, end] = await lines(
    ['=1,"\n', "12", "0.053333", "é", '{"likes":\n"hidden"}'],
    ["x", null, null, null, null],
  );
  expect(JSON.parse(first ?? "")).toEqual({
    url: '=1,"\n',
    views: 12,
    engagement_rate: 0.053333,
    'kept "x"': "é",
    absent: { likes: "hidden" },
  });
  expect(second).toBe(
    '{"url":"x","views":null,"engagement_rate":null,"kept \\"x\\"":null,"absent":null}',
  );
  expect(end).toBe("");
});

it("keeps counts beyond 2^53 exact (invariant 25)", async () => {
  const [line] = await lines(["x", "9223372036854775807", "-0.5", null, null]);
  expect(line).toContain('"views":9223372036854775807,"engagement_rate":-0.5');
});

it.each(["NaN", "01", "1,5", "+1", "", "1}"])(
  "writes %j in a number column as text",
  async (cell) => {
    const [line] = await lines(["x", cell, null, null, null]);
    expect(JSON.parse(line ?? "").views).toBe(cell);
  },
);
