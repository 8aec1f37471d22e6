import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { read, utils } from "xlsx";
import { GET as exportCsv } from "@/app/api/v1/reels/export.csv/route";
import { GET as exportJsonl } from "@/app/api/v1/reels/export.jsonl/route";
import { GET as exportXlsx } from "@/app/api/v1/reels/export.xlsx/route";
import { GET as performance } from "@/app/api/v1/reels/performance/route";
import {
  type Caller,
  callerOf,
  HOUR,
  hoursFromNow,
  type ReelsWorld,
  startReelsWorld,
} from "../../support/reels.ts";
import type { TestUser } from "../../support/supabase.ts";

type Row = Record<string, unknown>;

/** More than two pages of an export. */
const MANY = 2_100;
const HUGE = "9007199254740993";
const end = hoursFromNow(-1);

let world: ReelsWorld;
let ada: TestUser;
let call: Caller;

beforeAll(async () => {
  world = await startReelsWorld();
  ada = await world.supabase.createUser("ada");
  call = callerOf(ada);
  const many = Array.from({ length: MANY }, (_, index) => ({
    external_id: `r${index}`,
    author: `@a${index % 7}`,
    title: index === 0 ? "=1+1" : `Reel ${index}`,
    published: end - 30n * HOUR,
    snapshots: [
      { at: end - 6n * HOUR, views: index * 3, likes: 1, comments: 1 },
      {
        at: end,
        views: index === 9 ? HUGE : index * 5,
        likes: index === 0 ? null : index % 50,
        comments: 2,
      },
    ],
  }));
  await world.addReels(ada.workspaceId, many);
});
afterAll(() => world.stop());

const csvRows = async (query = {}, as = call): Promise<Row[]> =>
  parse(await (await as(exportCsv, query)).text(), { columns: true, bom: true });
async function jsonlRows(query = {}): Promise<Row[]> {
  const text = await (await call(exportJsonl, query)).text();
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
async function xlsxRows(query = {}): Promise<Row[]> {
  const book = read(await (await call(exportXlsx, query)).arrayBuffer());
  const [name = ""] = book.SheetNames;
  return utils.sheet_to_json(book.Sheets[name] ?? {}, { defval: null });
}

describe.each([
  ["CSV", csvRows],
  ["JSON lines", jsonlRows],
  ["XLSX", xlsxRows],
])("an export as %s", (_format, download) => {
  it("holds the whole cohort once, ranked in the order of the list", async () => {
    const rows = await download({ sort: "views" });
    expect(rows.map(({ rank }) => Number(rank))).toEqual(rows.map((_row, index) => index + 1));
    expect(new Set(rows.map(({ reel_id }) => reel_id)).size).toBe(MANY);
    const shown = await (await call(performance, { sort: "views", limit: 10_000 })).json();
    expect(rows.map(({ reel_id }) => reel_id)).toEqual(
      shown.items.map((item: Row) => item.reel_id),
    );
    expect(rows.map(({ performance_score }) => String(performance_score ?? ""))).toEqual(
      shown.items.map((item: Row) => String(item.performance_score ?? "")),
    );
  });

  it("holds what the filter leaves, or only its head", async () => {
    expect(await download({ author: "@a3", min_views: 10_000 })).toHaveLength(14);
    if (download !== jsonlRows) expect(await download({ author: "@nobody" })).toEqual([]);
  });
});

it("says of each where its numbers come from, how they compare, and what is ours", async () => {
  const rows = await csvRows({ sort: "views" });
  expect(rows[0]).toMatchObject({
    reel_id: "r9",
    views: HUGE,
    views_percentile: "100",
    unranked_because: "",
    ranked_among: String(MANY),
    baseline_of: "author",
    velocity_hours: "6",
    source: "apify_instagram",
    metric_definition: "apify_instagram.v1",
    simulated: "false",
    status: "usual",
  });
  const last = rows.at(-1);
  expect(last).toMatchObject({
    title: "'=1+1",
    views: "0",
    likes: "",
    performance_score: "",
    unranked_because: "likes_hidden",
    engagement_rate_is_lower_bound: "true",
  });
  expect(JSON.parse(String(last?.missing_because))).toMatchObject({ likes: "hidden" });
  expect(last?.derived).toContain("performance_score");
  expect(last?.publish_time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/);
  const answer = await call(exportJsonl, { sort: "views" });
  expect(await answer.text()).toContain(`"views":${HUGE}`);
});

it("stays with the moment it began at while newer numbers come", async () => {
  const before = await (await call(exportCsv)).text();
  const answer = await call(exportCsv);
  const cohort = answer.headers.get("x-cohort-id") ?? "";
  const body = answer.body?.getReader();
  const head = await body?.read();
  // The first page is on its way; the others are read after this.
  await world.addReels(ada.workspaceId, [
    {
      external_id: "r1500",
      published: end - 30n * HOUR,
      snapshots: [{ at: hoursFromNow(0), views: 1, likes: 0 }],
    },
  ]);
  await world.supabase.sql("update private.cohorts set filled_at = filled_at - interval '1 hour'");
  const newer = await (await call(performance, { limit: 1 })).json();
  expect(newer.cohort.id).not.toBe(cohort);
  const chunks = [head?.value];
  for (let next = await body?.read(); next && !next.done; next = await body?.read())
    chunks.push(next.value);
  const text = Buffer.concat(chunks.flatMap((chunk) => (chunk ? [chunk] : []))).toString();
  expect(text.replaceAll("\uFEFF", "")).toBe(before.replaceAll("\uFEFF", ""));
  expect((await csvRows({ cohort })).every((row) => row.cohort_id === cohort)).toBe(true);
});

it("shows nothing to strangers, and refuses what is not right before it begins", async () => {
  const bob = callerOf(await world.supabase.createUser("bob"));
  expect(await csvRows({}, bob)).toEqual([]);
  expect((await call(exportCsv, { window: "1d" })).status).toBe(422);
});
