import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { METRICS } from "@/lib/platforms/metric";
import type { TestUser } from "../../support/supabase.ts";
import { type ApiRow, apiOf, type Uploaded, workOnQueue } from "./api.ts";
import { startWorld, type World, watchUrl } from "./world.ts";

const TIKTOK = "7436518812345990000";
const FILE = [
  "platform,url,campaign",
  `youtube,${watchUrl("simPlain001")}&utm_source=mail,Spring`,
  "youtube,https://youtu.be/simPlain002,Spring",
  `youtube,${watchUrl("simNoLike01")},"Autumn, late"`,
  `youtube,${watchUrl("simNoComm01")},Autumn`,
  `youtube,${watchUrl("simGone0001")},Autumn`,
  `youtube,${watchUrl("simOdd00001")},Autumn`,
  `youtube,${watchUrl("simHuge0001")},Autumn`,
  `tiktok,https://www.tiktok.com/@ada/video/${TIKTOK},Winter`,
  "linkedin,https://www.linkedin.com/feed/update/urn:li:share:7123456789012345678/,Winter",
  "youtube,https://example.com/nothing,Broken",
  `youtube,${watchUrl("simPlain001")},Twice`,
].join("\r\n");

let world: World;
let user: TestUser;
let api: ReturnType<typeof apiOf>;
let uploaded: Uploaded;
let rows: ApiRow[];

beforeAll(async () => {
  world = await startWorld();
  user = await world.supabase.createUser("ada");
  api = apiOf(user);
  uploaded = await api.uploaded(FILE);
  expect((await api.tell("run", uploaded.job_id)).status).toBe(202);
  await workOnQueue();
  rows = await api.rows(uploaded.job_id);
});
afterAll(() => world.stop());

/** What YouTube says of a video, asked without the product. */
async function statisticsOf(id: string): Promise<Record<string, string> | undefined> {
  const url = `${world.simulator.url}/youtube/v3/videos?part=snippet,statistics&id=${id}&key=look`;
  // safe because it is the simulator's own form
  const list = (await (await fetch(url)).json()) as {
    items: { statistics: Record<string, string> }[];
  };
  return list.items[0]?.statistics;
}

const rowOf = (text: string) => {
  const row = rows.find(({ url }) => url.includes(text));
  if (!row) throw new Error(`no row for ${text}`);
  return row;
};

describe("an uploaded file, run and worked on by the cron", () => {
  it("accounts for every row of the file: accepted, rejected and duplicate (invariant 24)", () => {
    expect(uploaded).toMatchObject({
      total_rows: 11,
      valid_rows: 9,
      invalid_rows: 2,
      duplicate_rows: 1,
    });
    expect(uploaded.invalid_preview.map(({ row_index }) => row_index)).toEqual([10, 11]);
  });

  it("hands back the rows that were not taken, in their own shape, with the reason and their row in the file", async () => {
    const lines = (await (await api.rejected(uploaded.job_id)).text()).trim().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe("platform,url,campaign,file_row,error");
    expect(lines[1]).toContain("youtube,https://example.com/nothing,Broken,11,");
    expect(lines[2]).toContain(`${watchUrl("simPlain001")},Twice,12,`);
    const [header = "", first = ""] = (
      await (await api.download("csv", uploaded.job_id)).text()
    ).split("\r\n");
    expect(header).toMatch(/^\ufeff?platform,url,.*,row_number,complete,file_row,campaign$/);
    expect(first).toMatch(/,1,true,2,[^,]*$/);
  });

  it("shows exactly the numbers that the platform answers", async () => {
    for (const id of ["simPlain001", "simPlain002"]) {
      const truth = await statisticsOf(id);
      const row = rowOf(id);
      expect(row).toMatchObject({ status: "succeeded", simulated: true, source: "youtube_data" });
      expect([row.views, row.likes, row.comments].map(String)).toEqual([
        truth?.viewCount,
        truth?.likeCount,
        truth?.commentCount,
      ]);
    }
  });

  it.each([
    ["simNoLike01", "likes"],
    ["simNoComm01", "comments"],
  ] as const)("leaves what %s hides null and says so, never 0 (invariant 22)", (id, metric) => {
    const row = rowOf(id);
    expect(row).toMatchObject({ status: "succeeded", [metric]: null });
    expect(row.missing_because).toMatchObject({ [metric]: "hidden" });
    expect(row.views).toBeGreaterThan(0);
  });

  it("gives each missing count a reason, and each count none", () => {
    for (const row of rows.filter(({ status }) => status === "succeeded")) {
      const missing = METRICS.filter((metric) => row[metric] === null);
      expect(Object.keys(row.missing_because ?? {}).sort()).toEqual(missing.sort());
    }
  });

  it("fails a deleted video, an odd answer and a missing account with their own codes (invariant 22)", () => {
    expect(rowOf("simGone0001")).toMatchObject({ status: "failed", error_code: "not_found" });
    expect(rowOf("simOdd00001")).toMatchObject({ status: "failed", error_code: "provider_error" });
    expect(rowOf("linkedin")).toMatchObject({ status: "failed", error_code: "needs_account" });
    for (const row of rows.filter(({ status }) => status === "failed")) {
      expect(row).toMatchObject({ views: null, error_message: expect.stringMatching(/\. .+\.$/) });
    }
  });

  it("measures TikTok through Apify in the same job", () => {
    expect(rowOf(TIKTOK)).toMatchObject({ status: "succeeded", source: "apify_tiktok" });
  });

  it("keeps a count beyond 2^53 exact from the provider to every export (invariant 22)", async () => {
    const exact = "9007199254740993";
    expect((await statisticsOf("simHuge0001"))?.viewCount).toBe(exact);
    const [stored] = await world.sql<{ views: string; payload: string }>(
      `select m.views, e.payload::text as payload from post_metrics m join posts p on p.id = m.post_id
       join raw_events e on e.id = m.raw_event_id where p.external_id = 'simHuge0001'`,
    );
    expect(stored?.views).toBe(exact);
    expect(stored?.payload).toContain(exact);
    const search = "search=simHuge0001";
    expect(await api.resultsText(uploaded.job_id, search)).toContain(`"views":${exact}`);
    for (const format of ["csv", "jsonl"] as const) {
      expect(await (await api.download(format, uploaded.job_id, search)).text()).toContain(exact);
    }
  });

  it("counts its progress as the rows are", async () => {
    const job = await api.job(uploaded.job_id);
    expect(job).toMatchObject({
      status: "completed",
      total_rows: 9,
      processed_rows: 9,
      succeeded_rows: 6,
      failed_rows: 3,
      rejected_rows: 1,
      duplicate_rows: 1,
      queued_rows: 0,
      running_rows: 0,
      waiting_rows: 0,
      is_simulated: true,
    });
    const [sums] = await world.sql(
      `select sum(views)::text as views_sum, count(views)::int as views_rows, sum(likes)::text as likes_sum,
         count(likes)::int as likes_rows, sum(comments)::text as comments_sum, count(comments)::int as comments_rows
       from job_results where job_id = $1`,
      [uploaded.job_id],
    );
    expect(job).toMatchObject(sums ?? {});
    expect(sums).toMatchObject({ views_rows: 6, likes_rows: 5, comments_rows: 5 });
  });

  it("takes the same file a second time without making a post twice (invariant 24)", async () => {
    const posts = () => world.sql("select id, external_id from posts order by id");
    const before = await posts();
    const again = await Promise.all([api.uploaded(FILE), api.uploaded(FILE)]);
    for (const { job_id } of again) expect((await api.tell("run", job_id)).status).toBe(202);
    await workOnQueue();
    expect(await posts()).toEqual(before);
    for (const { job_id } of again) {
      expect(await api.job(job_id)).toMatchObject({ status: "completed", succeeded_rows: 6 });
    }
  });
});
