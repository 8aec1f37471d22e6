import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, it } from "vitest";
import { read, utils } from "xlsx";
import { type ApiRow, apiOf, workOnQueue } from "./api.ts";
import { startWorld, type World, watchUrl } from "./world.ts";

type Row = Record<string, unknown>;

const FILE = [
  "platform,url,campaign,status",
  `youtube,${watchUrl("simPlain001")},"Spring, early",=1+1`,
  `youtube,${watchUrl("simNoLike01")},Autumn,paid`,
  `youtube,${watchUrl("simGone0001")},"with ""quotes""",`,
  `youtube,${watchUrl("simHuge0001")},Änderung 🎬,paid`,
  "linkedin,https://www.linkedin.com/feed/update/urn:li:share:7123456789012345678/,Winter,",
].join("\n");

let world: World;
let api: ReturnType<typeof apiOf>;
let job: string;
let rows: ApiRow[];

beforeAll(async () => {
  world = await startWorld();
  api = apiOf(await world.supabase.createUser("ada"));
  job = (await api.uploaded(FILE)).job_id;
  await api.tell("run", job);
  await workOnQueue();
  rows = await api.rows(job);
});
afterAll(() => world.stop());

async function csvRows(query?: string): Promise<Row[]> {
  const text = await (await api.download("csv", job, query)).text();
  return parse(text, { columns: true });
}

async function jsonlRows(query?: string): Promise<Row[]> {
  const text = await (await api.download("jsonl", job, query)).text();
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

async function xlsxRows(query?: string): Promise<Row[]> {
  const book = read(await (await api.download("xlsx", job, query)).arrayBuffer());
  const [name = ""] = book.SheetNames;
  return utils.sheet_to_json(book.Sheets[name] ?? {}, { defval: null });
}

const KEYS = [
  "platform",
  "url",
  "title",
  "views",
  "likes",
  "comments",
  "engagement_rate",
  "error_message",
];
const SAME = [...KEYS, "external_id", "source", "status"];

/** Formats differ in how they write nothing and numbers; the values may not. */
const plain = (row: Row) =>
  Object.fromEntries(
    SAME.map((key) => [key, String(row[key] ?? "").replace(/^0\.(\d+?)0*$/, "0.$1")]),
  );

it.each([
  ["CSV", csvRows],
  ["JSON lines", jsonlRows],
  ["XLSX", xlsxRows],
])("exports the results of the job as %s, value by value", async (_format, download) => {
  const truth = rows.filter(({ external_id }) => external_id !== "simHuge0001").map(plain);
  const found = (await download()).filter((row) => row.external_id !== "simHuge0001");
  expect(found.map(plain)).toEqual(truth);
  expect(truth).toHaveLength(4);
});

it.each([
  ["CSV", csvRows, "9007199254740993"],
  ["XLSX", xlsxRows, "9007199254740993"],
])(
  "writes a count beyond 2^53 exactly into %s (invariant 22)",
  async (_format, download, exact) => {
    const [huge] = (await download()).filter((row) => row.external_id === "simHuge0001");
    expect(String(huge?.views)).toBe(exact);
  },
);

it("exports the kept columns, formulas made harmless, and names that are taken told apart", async () => {
  const [first, , third, fourth] = await csvRows();
  expect(first).toMatchObject({
    campaign: "Spring, early",
    "uploaded status": "'=1+1",
    status: "succeeded",
  });
  expect(third).toMatchObject({ campaign: 'with "quotes"', status: "failed" });
  expect(fourth).toMatchObject({ campaign: "Änderung 🎬" });
});

it.each([
  ["state=failed", ["simGone0001", "7123456789012345678"]],
  ["platform=youtube&sort=views&order=desc", ["simHuge0001"]],
])("exports what the screen shows for %s, in its order", async (query, start) => {
  const shown = (await api.rows(job, query)).map(({ external_id }) => external_id);
  expect(shown.slice(0, start.length).map((id) => id?.replace(/^.*:/, ""))).toEqual(start);
  for (const download of [csvRows, jsonlRows, xlsxRows]) {
    expect((await download(query)).map(({ external_id }) => external_id)).toEqual(shown);
  }
});

it("marks the export of a job that has not ended as partial, in name and rows", async () => {
  const { job_id } = await api.uploaded(FILE);
  const answer = await api.download("csv", job_id);
  expect(answer.headers.get("content-disposition")).toContain("_partial");
  const partial: Row[] = parse(await answer.text(), { columns: true });
  expect(partial.map(({ complete, status }) => [complete, status])).toEqual(
    Array.from({ length: 5 }, () => ["partial", "queued"]),
  );
});
