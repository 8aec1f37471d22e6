import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DELETE } from "@/app/api/v1/jobs/[id]/route";
import { GET, POST } from "@/app/api/v1/link/route";
import { clearLinks } from "@/lib/link/commands";
import { tokenScope } from "@/lib/supabase/server";
import type { TestUser } from "../../support/supabase.ts";
import { workOnQueue } from "../jobs/api.ts";
import { plainIds, startWorld, type World, watchUrl } from "../jobs/world.ts";

let world: World;
let ada: TestUser;
const [first = "", second = ""] = plainIds(2);

beforeAll(async () => {
  world = await startWorld();
  ada = await world.supabase.createUser("ada");
});
afterAll(() => world.stop());

function call(user: TestUser, init: { body?: string; query?: string } = {}) {
  const request = new NextRequest(`http://app.test/api/v1/link?${init.query ?? ""}`, {
    method: init.body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${user.accessToken}` },
    ...(init.body !== undefined && { body: init.body }),
  });
  return (init.body === undefined ? GET : POST)(request, { params: Promise.resolve({}) });
}

async function paste(user: TestUser, url: string) {
  const answer = await call(user, { body: JSON.stringify({ url }) });
  return { status: answer.status, body: await answer.json() };
}

async function list(user: TestUser, query = "") {
  return (await call(user, { query })).json();
}

describe("a single link", () => {
  it("is measured as a job of one row and stands in the list with totals, each post once", async () => {
    const links = [watchUrl(first), `https://youtu.be/${first}?si=abc`, watchUrl(second)];
    for (const link of links) expect(await paste(ada, link)).toMatchObject({ status: 202 });
    await workOnQueue();

    const { total, has_more, totals, items } = await list(ada, "limit=2");
    expect([total, has_more, items.length]).toEqual([3, true, 2]);
    expect(items.map((item: { canonical_url: string }) => item.canonical_url)).toEqual([
      watchUrl(second),
      watchUrl(first),
    ]);
    expect(items[0]).toMatchObject({
      status: "succeeded",
      job_status: "completed",
      simulated: true,
    });
    const [by_hand] = await world.sql<{ views: string; rate: number }>(
      `select sum(views)::text as views, avg(likes::numeric / views)::float8 as rate from public.post_latest`,
    );
    expect(totals).toMatchObject({ posts: 2, views_posts: 2, like_rate_posts: 2 });
    expect(String(totals.views_sum)).toBe(by_hand?.views);
    expect(totals.like_rate).toBeCloseTo(by_hand?.rate ?? Number.NaN, 5);
    const jobs = await world.sql("select source_kind, total_rows from public.jobs");
    expect(jobs).toEqual(Array(3).fill({ source_kind: "link", total_rows: 1 }));
  });

  it.each([
    ["", "Paste the link of a post."],
    ["https://vimeo.com/1", "found “https://vimeo.com/1”, expected a YouTube, TikTok, Instagram"],
    ["https://www.youtube.com/@harbor", "expected a link to a post"],
    ["hello", "Not a link: found “hello”"],
  ])("%j is refused with what was found and expected", async (url, sentence) => {
    const { status, body } = await paste(ada, url);
    expect(status).toBe(422);
    expect(body.error.message).toContain(sentence);
  });

  it("of each of the five platforms is taken", async () => {
    const eve = await world.supabase.createUser("eve");
    for (const link of [
      watchUrl(first),
      "https://www.tiktok.com/@a/video/7438812090417123456",
      "https://www.instagram.com/reel/C1a2B3c4D5e/",
      "https://www.facebook.com/watch/?v=1234567890",
      "https://www.linkedin.com/feed/update/urn:li:share:7123456789012345678/",
    ]) {
      expect(await paste(eve, link), link).toMatchObject({ status: 202 });
    }
    const platforms = (await list(eve)).items.map(({ platform }: { platform: string }) => platform);
    expect(platforms).toEqual(["linkedin", "facebook", "instagram", "tiktok", "youtube"]);
  });

  it("is for members to paste and to remove; strangers see none of it", async () => {
    const [vera, stranger] = [
      await world.supabase.createUser("vera"),
      await world.supabase.createUser("stranger"),
    ];
    expect((await list(stranger)).total).toBe(0);
    await world.supabase.addMember(ada.workspaceId, vera, "viewer");
    const asViewer = await tokenScope(vera.accessToken, ada.workspaceId);
    if (!asViewer) throw new Error("The viewer has no scope.");
    await expect(clearLinks(asViewer)).rejects.toMatchObject({ code: "forbidden" });

    const [{ job_id }] = (await list(ada)).items;
    const gone = await DELETE(
      new NextRequest(`http://app.test/api/v1/jobs/${job_id}`, {
        method: "DELETE",
        headers: { authorization: `Bearer ${ada.accessToken}` },
      }),
      { params: Promise.resolve({ id: job_id }) },
    );
    expect(gone.ok).toBe(true);
    expect((await list(ada)).total).toBe(2);
  });

  it("stays in the list while it is measured when the list is cleared; posts stay anyway", async () => {
    await paste(ada, watchUrl(first));
    const mine = await tokenScope(ada.accessToken, null);
    if (!mine) throw new Error("No scope.");
    expect(await clearLinks(mine)).toBe(2);
    const { total, items, totals } = await list(ada);
    expect([total, items[0].job_status, totals.posts, totals.views_sum]).toEqual([
      1,
      "running",
      0,
      null,
    ]);
    expect(await world.sql("select from public.posts")).toHaveLength(2);
    const kept = await world.sql("select from public.audit_log where action = 'job_deleted'");
    expect(kept).toHaveLength(3);
  });
});
