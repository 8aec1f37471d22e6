import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { type ReadingWorld, startReadingWorld } from "./reading-world.ts";

const MOST = 150;
type Platform = "youtube" | "instagram" | "facebook" | "linkedin" | "tiktok";
type ReadPost = {
  post_id: string;
  platform: Platform;
  kind: string;
  external_id: string;
  state: string;
  reason: string | null;
  source: string;
  kept: number;
  counted: string | null;
};

let world: ReadingWorld;
let ada: TestUser;

beforeAll(async () => {
  world = await startReadingWorld();
  ada = await world.supabase.createUser("ada");
  await world.connectSix(ada);
  const busy = (way: "youtube" | "linkedin") => [world.accountOf(way, "papertrail.maps")];
  await world.connect(ada, "youtube", busy("youtube"));
  await world.connect(ada, "linkedin", busy("linkedin"));
  await world.measure(0);
  await world.dropLarge(MOST);
  await world.readAll();
}, 180_000);
afterAll(() => world.stop());

const readPosts = () =>
  world.sql<ReadPost>(
    `select r.post_id, p.platform, a.kind, p.external_id, r.state, r.reason, r.source, r.counted,
       coalesce(t.comments, 0) as kept
     from comment_reads as r join posts as p on p.id = r.post_id join account_posts as ap on ap.post_id = p.id
     join accounts as a on a.id = ap.account_id left join comment_threads as t on t.post_id = r.post_id order by r.post_id`,
  );

describe("connected accounts of all kinds", () => {
  it("bring every comment that their platform has, answers under what they answer", async () => {
    const open = (await readPosts()).filter(({ state }) => state === "open");
    const differing = open.filter(({ kept, counted }) => kept !== Number(counted ?? 0));
    expect(differing).toEqual([]);
    expect(new Set(open.map(({ kind }) => kind))).toEqual(
      new Set([
        "youtube_channel",
        "instagram_page",
        "instagram_user",
        "facebook_page",
        "linkedin_organization",
      ]),
    );
    const depths = await world.sql(
      "select platform, max(max_depth) as depth, sum(orphans)::int as orphans from comment_threads group by 1 order by 1",
    );
    expect(depths).toEqual(
      ["youtube", "instagram", "facebook", "linkedin"].map((platform) => ({
        platform,
        depth: platform === "facebook" ? 3 : 2,
        orphans: 0,
      })),
    );
    const incomplete = await world.sql(
      `select from comments where author_id is null or body is null or likes is null or published_at is null
         or not is_simulated or workspace_id <> $1`,
      [ada.workspaceId],
    );
    expect(incomplete).toEqual([]);
  });

  it("say as a state what has no comments: switched off, or not shown to programs", async () => {
    const posts = await readPosts();
    const off = posts.filter(
      ({ platform, external_id }) =>
        platform !== "tiktok" && world.onPlatform(platform, external_id).commentsOff,
    );
    expect(off.length).toBeGreaterThan(0);
    for (const post of off) {
      expect(post).toMatchObject({
        state: "off",
        reason: "Comments are switched off for this post.",
        kept: 0,
      });
    }
    expect(posts.filter(({ state }) => state === "off")).toHaveLength(off.length);
    const tiktok = posts.filter(({ platform }) => platform === "tiktok");
    expect(tiktok.length).toBeGreaterThan(0);
    expect(new Set(tiktok.map(({ state, reason }) => `${state}: ${reason}`))).toEqual(
      new Set(["not_offered: TikTok's Display API counts comments and does not show their texts."]),
    );
  });
});

describe("the next slot", () => {
  it("reads again only posts whose count changed, and of those only what is new", async () => {
    const before = await readPosts();
    await world.measure(4);
    await world.dropLarge(MOST * 2);
    const waiting = (await world.reads("state = 'waiting'")).map(({ post_id }) => post_id);
    const counted = new Map(before.map((post) => [post.post_id, post]));
    for (const post of await readPosts()) {
      const known = counted.get(post.post_id);
      if (!known || ["off", "not_offered"].includes(known.state)) continue;
      const [now] = await world.sql<{ comments: string | null }>(
        "select comments from post_latest where post_id = $1",
        [post.post_id],
      );
      expect([post.external_id, waiting.includes(post.post_id)]).toEqual([
        post.external_id,
        now?.comments !== known.counted,
      ]);
    }
    expect(waiting.length).toBeGreaterThan(2);

    await world.readAll();
    const after = (await readPosts()).filter(
      ({ post_id, state }) => waiting.includes(post_id) && state === "open",
    );
    for (const { external_id, kept, counted } of after) {
      expect([external_id, kept]).toEqual([external_id, Number(counted ?? 0)]);
    }
    // A page that brings nothing new ends it: of many comments only the newest were asked for.
    const again = await world.reads(
      `not reads_all and state = 'open' and source in ('youtube_data', 'facebook_graph', 'instagram_graph')`,
    );
    expect(again.length).toBeGreaterThan(0);
    const large = again.filter(({ counted }) => Number(counted) > 120);
    for (const { seen, counted } of large) expect(seen).toBeLessThan(Number(counted));
  }, 120_000);

  it("reads nothing twice when nothing changed, and all of it after a week", async () => {
    const [post] = (await readPosts()).filter(
      ({ state, kind, kept }) => state === "open" && kind === "youtube_channel" && kept > 3,
    );
    if (!post) throw new Error("There is no such post.");
    const plan = async () => {
      await world.sql("select private.plan_comments($1, now())", [ada.workspaceId]);
      await world.sql("delete from comment_reads where state = 'waiting' and post_id <> $1", [
        post.post_id,
      ]);
      return world.readOf(post.post_id);
    };
    expect(await plan()).toMatchObject({ state: "open" });
    await world.sql("update comment_reads set counted = 0 where post_id = $1", [post.post_id]);
    expect(await plan()).toMatchObject({ state: "waiting", reads_all: false });
    await world.sql(
      "update comment_reads set state = 'open', counted = 0, whole_at = now() - interval '8 days' where post_id = $1",
      [post.post_id],
    );
    expect(await plan()).toMatchObject({ state: "waiting", reads_all: true });
    await world.readAll();
    expect(await world.readOf(post.post_id)).toMatchObject({ state: "open", seen: post.kept });
  }, 60_000);
});

it("stops a reading at its bound, and says how many of how many it read", async () => {
  const [post] = await world.sql<{ id: string; comments: string }>(
    `select p.id, l.comments from posts as p join post_latest as l on l.post_id = p.id
     where p.platform = 'linkedin' and l.comments between 150 and 1000 limit 1`,
  );
  const mend = await world.weaken("private.comments_a_reading", "5000", "60");
  await world.askFor(ada, post?.id ?? "");
  await world.readAll();
  await mend();
  const { body } = await world.statusOf(ada, post?.id ?? "");
  expect(body).toMatchObject({
    state: "open",
    is_simulated: true,
    counted: Number(post?.comments),
  });
  expect(body.reason).toBe(
    `One reading stops at 60 comments: ${body.seen} of ${post?.comments} were read.`,
  );
  expect(body.seen).toBeGreaterThanOrEqual(60);
  expect(body.seen).toBeLessThan(Number(post?.comments));
});
