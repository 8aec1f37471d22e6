import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { read, utils } from "xlsx";
import { GET as bestTimes } from "../../../app/api/v1/reports/best-times/route.ts";
import { GET as csv } from "../../../app/api/v1/reports/export.csv/route.ts";
import { GET as xlsx } from "../../../app/api/v1/reports/export.xlsx/route.ts";
import { GET as periods } from "../../../app/api/v1/reports/periods/route.ts";
import { GET as topPosts } from "../../../app/api/v1/reports/top-posts/route.ts";
import { generateTimes } from "./generated-times.ts";
import { startTimesWorld, type TimesWorld } from "./times-world.ts";

const DAYS = { from: "2026-03-20", until: "2026-04-05" };
/** What a spreadsheet would run, were it not kept from it. */
const EVIL = '=HYPERLINK("http://evil.test","x")';

let world: TimesWorld;
let user: Awaited<ReturnType<TimesWorld["workspace"]>>;
beforeAll(async () => {
  world = await startTimesWorld();
  const posts = generateTimes(5, "2026-03-29T01:00:00Z", "api");
  user = await world.workspace("Europe/Berlin", posts);
  const { workspaceId } = user;
  await world.sql(
    "update public.posts set caption = 'Seen #Cafe', title = $2, author_handle = '@ada' where workspace_id = $1",
    [workspaceId, EVIL],
  );
  await world.sql("update public.workspaces set name = $2 where id = $1", [workspaceId, EVIL]);
});
afterAll(() => world.stop());

type Handler = typeof csv;
async function ask(handler: Handler, query: Record<string, string>) {
  const request = new NextRequest(`http://app.test/x?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${user.accessToken}`, "x-workspace-id": user.workspaceId },
  });
  return handler(request, { params: Promise.resolve({}) });
}
const json = async (handler: Handler, query: Record<string, string> = DAYS) =>
  (await ask(handler, query)).json();

it("answers the best times, periods and top posts of the days that are asked for", async () => {
  const times = await json(bestTimes);
  expect(times).toMatchObject({ measure: "views", time_zone: "Europe/Berlin", ...DAYS });
  expect(times.cells).toHaveLength(168);
  const { rows } = await json(periods);
  // Its first post was measured within these days: the ones before have nothing to stand beside.
  const reason = "not_measured_before";
  expect(rows[0]).toMatchObject({ key: "posts", value: times.posts, reason });
  const { posts, total_count } = await json(topPosts, { ...DAYS, limit: "5", platform: "tiktok" });
  expect(posts).toHaveLength(5);
  expect(total_count).toBeLessThan(times.posts);
  const views = posts.map((post: { views: number }) => post.views);
  expect(views).toEqual(views.toSorted((a: number, b: number) => b - a));
  expect(posts[0]).toMatchObject({ platform: "tiktok", definition: "apify_tiktok.v1" });
});

it("ranks posts by engagement, and by a score only where there is one", async () => {
  const { posts } = await json(topPosts, { ...DAYS, by: "engagement_rate" });
  const rates = posts.map((post: { engagement_rate: number }) => post.engagement_rate);
  expect(rates).toEqual(rates.toSorted((a: number, b: number) => b - a));
  // None of them is a short video.
  expect(await json(topPosts, { ...DAYS, by: "score" })).toMatchObject({ posts: [] });
});

it("refuses what it cannot mean, in a sentence", async () => {
  for (const [handler, query] of [
    [bestTimes, { measure: "likes" }],
    [periods, { from: "2026-03-20" }],
    [periods, { from: "2026-03-20", until: "2026-03-19" }],
    [topPosts, { by: "luck" }],
    [csv, { table: "everything" }],
  ] as const) {
    const answer = await ask(handler, query);
    expect([query, answer.status]).toEqual([query, 422]);
  }
});

it("writes each table as CSV, with nothing in it that a spreadsheet would run", async () => {
  for (const table of [
    "periods",
    "top-people",
    "top-hashtags",
    "top-posts",
    "growing-hashtags",
    "best-times",
  ]) {
    const answer = await ask(csv, { ...DAYS, table });
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text.split("\r\n")[0]?.replace("\uFEFF", "")).toMatch(/^[a-z_]+(,[a-z_]+)+$/);
    expect(text).not.toMatch(/(^|,)"?=HYPERLINK/m);
    if (table === "top-posts") expect(text).toContain("'=HYPERLINK");
    if (table === "best-times") expect(text.trim().split("\r\n")).toHaveLength(169);
  }
});

it("writes the whole report as a workbook with a sheet each, and what it is of", async () => {
  const answer = await ask(xlsx, DAYS);
  const book = read(Buffer.from(await answer.arrayBuffer()));
  expect(book.SheetNames).toEqual([
    "About",
    "Period against period",
    "Top people",
    "Top hashtags",
    "Top posts",
    "Fastest growing",
    "Best times",
  ]);
  const rowsOf = (name: string) =>
    utils.sheet_to_json<Record<string, unknown>>(book.Sheets[name] ?? {});
  expect(rowsOf("About").slice(0, 3)).toEqual([
    { what: "workspace", value: EVIL },
    { what: "from", value: DAYS.from },
    { what: "until", value: DAYS.until },
  ]);
  // Text stays text: a formula would have an `f`.
  const cells = Object.values(book.Sheets["Top posts"] ?? {});
  expect(cells.filter((cell) => cell && typeof cell === "object" && "f" in cell)).toEqual([]);
  expect(rowsOf("Top posts")[0]).toMatchObject({ rank: 1, title: EVIL, author: "@ada" });
  expect(rowsOf("Best times")).toHaveLength(168);
  const [tag] = rowsOf("Top hashtags");
  expect(tag).toMatchObject({ hashtag: "Cafe" });
  const one = await ask(xlsx, { ...DAYS, table: "top-hashtags" });
  expect(read(Buffer.from(await one.arrayBuffer())).SheetNames).toEqual(["Results"]);
});
