import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, it } from "vitest";
import { read, utils } from "xlsx";
import { GET as exportCsv } from "@/app/api/v1/posts/export.csv/route";
import { GET as exportJsonl } from "@/app/api/v1/posts/export.jsonl/route";
import { GET as exportXlsx } from "@/app/api/v1/posts/export.xlsx/route";
import { GET as listPosts } from "@/app/api/v1/posts/route";
import { type Caller, callerOf, startPostsWorld } from "./world.ts";

type Row = Record<string, unknown>;

/** More than the first piece of an export, and than a page of the data API. */
const MANY = 1_205;

let world: Awaited<ReturnType<typeof startPostsWorld>>;
let call: Caller;
let stranger: Caller;

beforeAll(async () => {
  world = await startPostsWorld();
  const ada = await world.supabase.createUser("ada");
  call = callerOf(ada);
  stranger = callerOf(await world.supabase.createUser("bob"));
  const account = await world.addAccount(ada.workspaceId, "Harbor, Oats");
  await world.addPost(ada.workspaceId, {
    externalId: "huge",
    title: "=1+1",
    account,
    published: 20 * 24,
    snapshots: [
      { ago: 7 * 24 + 1, views: "9007199254740000", likes: 1 },
      { ago: 1, views: "9007199254740993", likes: 4 },
    ],
  });
  await world.addPost(ada.workspaceId, {
    externalId: "hidden",
    platform: "tiktok",
    snapshots: [
      {
        ago: 1,
        views: null,
        absent: "permission",
        source: "apify_tiktok",
        definition: "apify_tiktok.v1",
      },
    ],
  });
  await world.supabase.sql(
    `insert into public.posts (workspace_id, platform, external_id, url, published_at)
     select $1, 'linkedin', 'li' || n, 'https://example.test/' || n, now() - make_interval(hours => n)
     from generate_series(1, $2::int) as n`,
    [ada.workspaceId, MANY],
  );
});
afterAll(() => world.stop());

const csvRows = async (query = "", as = call): Promise<Row[]> =>
  parse(await (await as(exportCsv, { query })).text(), { columns: true });
async function jsonlRows(query = ""): Promise<Row[]> {
  const text = await (await call(exportJsonl, { query })).text();
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
async function xlsxRows(query = ""): Promise<Row[]> {
  const book = read(await (await call(exportXlsx, { query })).arrayBuffer());
  const [name = ""] = book.SheetNames;
  return utils.sheet_to_json(book.Sheets[name] ?? {}, { defval: null });
}

it.each([
  ["CSV", csvRows],
  ["JSON lines", jsonlRows],
  ["XLSX", xlsxRows],
])("writes every post once, in the order of the list, as %s", async (_format, download) => {
  const ids = (await download("sort=published_at&order=asc")).map(({ external_id }) => external_id);
  expect(ids).toHaveLength(MANY + 2);
  expect(new Set(ids).size).toBe(MANY + 2);
  expect(ids[0]).toBe(`li${MANY}`);
  const shown = await (await call(listPosts, { query: "order=asc&limit=200" })).json();
  expect(ids.slice(0, 200)).toEqual(shown.items.map((item: Row) => item.external_id));
});

it.each([
  ["CSV", csvRows],
  ["XLSX", xlsxRows],
])("writes a count beyond 2^53 exactly into %s (invariant 22)", async (_format, download) => {
  const [huge] = await download("platform=youtube");
  expect(String(huge?.views)).toBe("9007199254740993");
});

it("writes it digit by digit into JSON lines too (invariant 22)", async () => {
  const text = await (await call(exportJsonl, { query: "platform=youtube" })).text();
  expect(text).toContain('"views":9007199254740993');
});

it("tells account, source, definition, gain, and makes formulas harmless (invariant 25)", async () => {
  const [huge] = await csvRows("platform=youtube");
  expect(huge).toMatchObject({
    title: "'=1+1",
    account: "Harbor, Oats",
    state: "measured",
    source: "youtube_data",
    metric_definition: "youtube_data.2026-08-27",
    simulated: "false",
    gain_metric: "views",
    gain_days: "7",
    gain: "993",
    gain_unknown_because: "",
  });
  expect(huge?.measured_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/);
  expect((await csvRows("platform=youtube&metric=likes"))[0]).toMatchObject({ gain: "3" });
});

it("leaves a missing number empty and says why", async () => {
  const [hidden] = await jsonlRows("platform=tiktok");
  expect(hidden).toMatchObject({
    views: null,
    missing_because: { views: "permission" },
    gain: null,
    gain_unknown_because: "absent",
  });
});

it("writes only what the filter leaves, and nothing of another workspace", async () => {
  expect(await csvRows("search=nothing-like-it")).toEqual([]);
  expect(await csvRows("", stranger)).toEqual([]);
});
