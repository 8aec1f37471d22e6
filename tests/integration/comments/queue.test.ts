import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { type ReadingWorld, startReadingWorld } from "./reading-world.ts";

const WORKER = fileURLToPath(new URL("../../support/comments-worker.ts", import.meta.url));
const KILLS = 6;

let world: ReadingWorld;
let ada: TestUser;

beforeAll(async () => {
  world = await startReadingWorld({ LOG_LEVEL: "error" });
  ada = await world.supabase.createUser("ada");
  await world.connect(ada, "linkedin", [world.accountOf("linkedin", "harbor.oats")]);
  await world.measure(0);
}, 120_000);
beforeEach(() => world.simulator.faults.set([]));
afterAll(() => world.stop());

type Order = NonNullable<Awaited<ReturnType<ReadingWorld["claim"]>>>;
const page = (order: Order, told: object[], more: object = {}) => ({
  post_id: order.post_id,
  workspace_id: order.workspace_id,
  lease_token: order.lease_token,
  reserved: order.reserved,
  account_id: order.account?.id ?? null,
  calls: 1,
  reports: [],
  source: "linkedin_org",
  newest_first: true,
  is_simulated: true,
  comments: told,
  cursor: null,
  ...more,
});
const told = (external_id: string, parent_external_id: string | null = null) => ({
  external_id,
  parent_external_id,
  body: external_id,
  author_handle: "somebody",
});
/** Leases the reading of a post that nothing was read of. */
async function leased() {
  const [post] = await world.sql<{ id: string }>(
    `select p.id from posts as p join account_posts as ap on ap.post_id = p.id
     where not exists (select from comments as c where c.post_id = p.id) order by p.id limit 1`,
  );
  await world.sql("delete from comment_reads where state in ('waiting', 'reading')");
  await world.sql("delete from comment_reads where post_id = $1", [post?.id]);
  await world.askFor(ada, post?.id ?? "");
  const order = await world.claim();
  if (order?.post_id !== Number(post?.id)) throw new Error("Another one was leased.");
  return order;
}

describe("a lease", () => {
  it("that ran out is another worker's: the late one changes nothing", async () => {
    const late = await leased();
    await world.endCommentWaits();
    const next = await world.claim();
    expect(next).toMatchObject({ post_id: late.post_id });
    expect(next?.lease_token).not.toBe(late.lease_token);
    const refused = await world.settle(page(late, [told("late")], { cursor: "late" }));
    expect(refused.error?.code).toBe("PT409");
    expect(await world.comments(late.post_id)).toEqual([]);
    expect(await world.readOf(late.post_id)).toMatchObject({
      state: "reading",
      cursor: null,
      lost: 1,
    });
    if (next) expect((await world.settle(page(next, [told("in time")]))).error).toBeNull();
    const again = await world.settle(page(late, [told("late")]));
    expect(again.error?.code).toBe("PT409");
    expect((await world.comments(late.post_id)).map(({ external_id }) => external_id)).toEqual([
      "in time",
    ]);
  });

  it("keeps a page and the place of the next one together, or neither", async () => {
    const order = await leased();
    const broken = await world.settle(
      page(order, [told("one"), { ...told("two"), likes: "many" }], { cursor: "next" }),
    );
    expect(broken.error).not.toBeNull();
    expect(await world.comments(order.post_id)).toEqual([]);
    expect(await world.readOf(order.post_id)).toMatchObject({ state: "reading", cursor: null });
    await world.settle(page(order, [told("one")], { cursor: "next" }));
    expect(await world.readOf(order.post_id)).toMatchObject({
      state: "waiting",
      cursor: "next",
      seen: 1,
    });
    expect(await world.claim()).toMatchObject({ post_id: order.post_id, cursor: "next" });
  });

  it("that four workers died of is given up, with a reason", async () => {
    const order = await leased();
    for (let death = 1; death < 4; death++) {
      await world.endCommentWaits();
      expect(await world.claim()).toMatchObject({ post_id: order.post_id });
    }
    await world.endCommentWaits();
    expect(await world.claim()).toBeNull();
    expect(await world.readOf(order.post_id)).toMatchObject({
      state: "failed",
      lost: 4,
      reason: "Four workers ended while they read these comments.",
    });
  });
});

describe("what a page brings", () => {
  it("is kept once, replies that come before their parents included", async () => {
    const order = await leased();
    await world.settle(
      page(order, [told("r2", "r1"), told("r1", "top"), told("lost", "never")], { cursor: "a" }),
    );
    const next = await world.claim();
    if (next) await world.settle(page(next, [told("top"), told("r1", "top")]));
    const [thread] = await world.sql(
      "select comments, replies, orphans, max_depth from comment_threads where post_id = $1",
      [order.post_id],
    );
    expect(thread).toEqual({ comments: 4, replies: 2, orphans: 1, max_depth: 3 });
    expect(await world.readOf(order.post_id)).toMatchObject({
      state: "open",
      reason: null,
      seen: 5,
    });
  });

  it("in a circle is left out or without a parent, and counted", async () => {
    const order = await leased();
    await world.settle(
      page(order, [told("a", "b"), told("b", "a"), told("c"), told("d", "e")], { cursor: "x" }),
    );
    const next = await world.claim();
    if (next) await world.settle(page(next, [told("e", "d")]));
    const kept = await world.comments(order.post_id);
    expect(kept.map(({ external_id }) => external_id)).toEqual(["c", "d", "e"]);
    expect(await world.readOf(order.post_id)).toMatchObject({
      state: "open",
      reason: expect.stringMatching(/^\d that answer each other in a circle/),
    });
  });
});

describe("a platform's limit", () => {
  it("lets all of an account wait, costs no attempt, and is told", async () => {
    await world.sql("delete from comment_reads where state in ('waiting', 'reading')");
    await world.sql("update comment_reads set counted = -1");
    await world.sql("select private.plan_comments($1, now())", [ada.workspaceId]);
    world.simulator.faults.set([
      { platform: "linkedin", kind: "429", retryAfterSeconds: 60, rate: 1, delaySeconds: 1 },
    ]);
    const before = world.requests().count("linkedin");
    await world.readAll();
    // Three lanes; whoever asks next sees the limit.
    expect(world.requests().count("linkedin") - before).toBeLessThanOrEqual(3);
    const waiting = await world.reads("state = 'waiting'");
    expect(waiting.length).toBeGreaterThan(3);
    expect(waiting.every(({ attempts }) => attempts === 0)).toBe(true);
    const asked = waiting.find(({ calls }) => calls > 0);
    expect(asked?.reason).toContain("LinkedIn answered 429");
    const { body } = await world.statusOf(ada, asked?.post_id ?? "");
    expect(Date.parse(body.waits_until) - Date.now()).toBeGreaterThan(50_000);
  });

  it("of a day's quota leaves the schedule a fifth for measuring; who asks is served", async () => {
    await world.endCommentWaits();
    await world.sql("delete from comment_reads where state in ('waiting', 'reading')");
    const [post] = await world.sql<{ id: string }>(
      `insert into posts (workspace_id, platform, external_id, url) values ($1, 'youtube', 'simPlain099', 'https://youtu.be/x') returning id`,
      [ada.workspaceId],
    );
    await world.sql("select private.queue_comments($1, array[$2::bigint], null, 0)", [
      ada.workspaceId,
      post?.id,
    ]);
    await world.sql(
      `insert into private.provider_budgets (provider, credential, tokens, quota_day, quota_spent)
       values ('youtube_data', 'simulated', 100, (now() at time zone 'America/Los_Angeles')::date, 8500)
       on conflict (provider, credential) do update set quota_spent = 8500, quota_day = excluded.quota_day, blocked_until = null`,
    );
    expect(await world.claim()).toBeNull();
    expect(await world.readOf(post?.id ?? "")).toMatchObject({
      state: "waiting",
      reason: "What is left of the day's quota is kept for measuring.",
    });
    await world.sql("delete from comment_reads where post_id = $1", [post?.id]);
    await world.askFor(ada, post?.id ?? "");
    expect(await world.claim()).toMatchObject({ post_id: Number(post?.id), kind: null });
  });

  it("counts what a page really took, and gives back what it did not", async () => {
    const spent = async () => {
      const [row] = await world.sql<{ spent: number }>(
        "select quota_spent as spent from private.provider_budgets where provider = 'linkedin' and credential = 'simulated'",
      );
      return row?.spent ?? 0;
    };
    const budget = await world.sql<{ provider: string; credential: string }>(
      "select provider, credential from private.provider_budgets where provider like 'linkedin%' and credential = 'simulated'",
    );
    expect(budget).toHaveLength(1);
    const order = await leased();
    const before = await spent();
    const report = {
      ...budget[0],
      succeeded: 1,
      failed: 0,
      refusal: null,
      daily_quota: 0,
      quota_zone: "UTC",
    };
    await world.settle(page(order, [], { calls: order.reserved + 7, reports: [report] }));
    expect((await spent()) - before).toBe(7);
  });
});

describe("a platform that breaks", () => {
  it("five times in a row ends the reading as failed, with its sentence", async () => {
    const order = await leased();
    world.simulator.faults.set([{ platform: "linkedin", kind: "5xx", rate: 1, delaySeconds: 1 }]);
    for (let turn = 0; turn < 6; turn++) {
      await world.endCommentWaits();
      await world.sql("delete from comment_reads where post_id <> $1 and state = 'waiting'", [
        order.post_id,
      ]);
      await world.readAll();
      if ((await world.readOf(order.post_id)).state === "failed") break;
    }
    expect(await world.readOf(order.post_id)).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("LinkedIn answered 5"),
      next_step: "It was tried five times. Ask again later.",
    });
  }, 120_000);
});

describe("workers killed at random", () => {
  it(`${KILLS} times leave every comment once, and no lease`, async () => {
    await world.endCommentWaits();
    await world.sql("delete from comment_reads");
    await world.sql("delete from comments");
    await world.sql("select private.plan_comments($1, now())", [ada.workspaceId]);
    for (let kill = 0; kill < KILLS; kill++) {
      const child = spawn(process.execPath, [WORKER], {
        env: process.env,
        stdio: ["ignore", "pipe", "inherit"],
      });
      const exit = once(child, "exit");
      await once(child.stdout, "data");
      await sleep(150 + 90 * kill);
      child.kill("SIGKILL");
      await exit;
      await sleep(300);
      await world.endCommentWaits();
    }
    await world.sql("update comment_reads set lost = 0");
    await world.readAll();
    const reads = await world.reads("source = 'linkedin_org'");
    expect(reads.length).toBeGreaterThan(5);
    expect(reads.filter(({ state }) => state !== "open")).toEqual([]);
    const unlike = await world.sql(
      `select l.post_id, l.comments, count(c.id)::int as kept from post_latest as l
       join comment_reads as r on r.post_id = l.post_id and r.state = 'open'
       left join comments as c on c.post_id = l.post_id group by 1, 2
       having count(c.id) <> l.comments and count(c.id) not between private.comments_a_reading() and l.comments`,
    );
    expect(unlike).toEqual([]);
    const orphans = await world.sql("select from comment_threads where orphans > 0");
    expect(orphans).toEqual([]);
  }, 180_000);
});
