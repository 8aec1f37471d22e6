import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { startWorld, type World } from "../jobs/world.ts";

const CODE = "C0abcDEfGhI";

let world: World;
let ada: TestUser;
let runs: string[];

beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(() => world.stop());
beforeEach(async () => {
  ada = await world.supabase.createUser("ada");
  runs = [];
});

/** A run that ended in this hour and brought these items of one post. */
async function ended(hour: number, ...items: object[]) {
  const at = `2026-11-10T${String(hour).padStart(2, "0")}:00:00Z`;
  const [run] = await world.sql<{ id: string }>(
    `insert into ingest_runs (workspace_id, slot, trigger, actor, token_source, provider_run_id, state, provider_status,
       events, finished_at, ended_at)
     values ($1::text::uuid, $2::text::timestamptz, 'manual', 'a~b', 'server', 'run' || $1::text || $2, 'succeeded', 'SUCCEEDED', 0, now(), $2::text::timestamptz) returning id`,
    [ada.workspaceId, at],
  );
  for (const item of items) {
    const payload = JSON.stringify({ shortCode: CODE, timestamp: "2026-11-01T10:00:00Z", ...item });
    await world.sql(
      `insert into raw_events (workspace_id, source, run_ref, external_id, is_simulated, observed_at, payload, payload_hash)
       values ($1::text::uuid, 'apify_instagram', 'apify:run' || $1::text || $2, $3, true, $2::text::timestamptz, $4::text::json, sha256(convert_to($4, 'UTF8')))`,
      [ada.workspaceId, at, CODE, payload],
    );
  }
  runs.push(run?.id ?? "");
}
const said = (id: string, text: string | null, more: object = {}) => ({
  id,
  text,
  ownerUsername: "Carl",
  timestamp: "2026-11-02T10:00:00.000Z",
  likesCount: 1,
  ...more,
});
const rebuild = (run: string) => world.sql("select rebuild_ingest($1, $2)", [ada.workspaceId, run]);
const derive = async (order: number[]) => {
  await world.sql("delete from posts where workspace_id = $1", [ada.workspaceId]);
  for (const index of order) await rebuild(runs[index] ?? "");
};
const hash = async () =>
  (await world.sql<{ hash: string }>("select ingest_hash($1) as hash", [ada.workspaceId]))[0]?.hash;
const comments = () =>
  world.sql(
    `select c.external_id as id, p.external_id as parent, w.key as author, c.body, c.likes, c.source, c.is_simulated,
       to_char(c.captured_at at time zone 'UTC', 'HH24') as hour
     from comments as c left join comments as p on p.id = c.parent_id left join people as w on w.id = c.author_id
     where c.workspace_id = $1 order by 1`,
    [ada.workspaceId],
  );
const standing = async () => {
  const [row] = await world.sql<{ state: string; reason: string | null; source: string }>(
    "select state, reason, source from comment_reads where workspace_id = $1",
    [ada.workspaceId],
  );
  return row;
};

describe("comments that come with scraped items", () => {
  it("are kept with their answers, and said to be a handful", async () => {
    await ended(6, {
      latestComments: [
        said("1", "top", {
          replies: [said("2", "answer", { ownerUsername: "@dora" }), said("1", "itself")],
        }),
        said("", "no id"),
        "not a comment",
        said("3", null, { likesCount: -1, ownerUsername: null }),
      ],
      firstComment: said("4", "first"),
    });
    await derive([0]);
    const row = {
      source: "apify_instagram",
      is_simulated: true,
      hour: "06",
      author: "carl",
      parent: null,
    };
    expect(await comments()).toEqual([
      { ...row, id: "1", body: "top", likes: "1" },
      { ...row, id: "2", parent: "1", author: "dora", body: "answer", likes: "1" },
      { ...row, id: "3", author: null, body: null, likes: null },
      { ...row, id: "4", body: "first", likes: "1" },
    ]);
    expect(await standing()).toEqual({
      state: "open",
      reason: "Only a handful that the scraper saw with the post.",
      source: "apify_instagram",
    });
  });

  it("come to the same in any order of the runs: what is newer counts, and silence leaves what was said", async () => {
    await ended(1, {
      latestComments: [said("1", "old", { likesCount: 5 }), said("2", "only in the first")],
    });
    await ended(2, {
      latestComments: [said("1", "edited", { likesCount: 7, ownerUsername: "Carlos" })],
    });
    await ended(3, {
      latestComments: [
        said("1", null, { likesCount: 9, ownerUsername: null, replies: [said("5", "late")] }),
      ],
    });
    await ended(4, { caption: "comments are hidden now" });
    const hashes = new Set<string | undefined>();
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 1, 3],
      [1, 1, 2, 0, 3, 0],
    ]) {
      await derive(order);
      hashes.add(await hash());
      expect(await comments()).toMatchObject([
        { id: "1", body: "edited", likes: "9", author: "carlos", hour: "03" },
        { id: "2", body: "only in the first", hour: "01" },
        { id: "5", parent: "1", body: "late" },
      ]);
    }
    expect(hashes.size).toBe(1);
  });

  it("would come to something else if the last to come counted (control)", async () => {
    await ended(1, { latestComments: [said("1", "old")] });
    await ended(2, { latestComments: [said("1", "new")] });
    await derive([0, 1]);
    const right = await hash();
    const mend = await world.weaken(
      "private.keep_scraped_comments",
      "n.body_mark > coalesce(n.marks ->> 'body', '')",
      "true",
    );
    await derive([1, 0]);
    const wrong = await hash();
    await mend();
    await derive([1, 0]);
    expect([wrong === right, await hash()]).toEqual([false, right]);
  });

  it("replace nothing that the platform itself told later", async () => {
    await ended(1, { latestComments: [said("1", "as scraped")] });
    await derive([0]);
    await world.sql(
      `select private.keep_comments(p.workspace_id, p.id, 'instagram_graph', true, '[{"external_id": "1", "body": "as told"}]')
       from posts as p where p.workspace_id = $1`,
      [ada.workspaceId],
    );
    await rebuild(runs[0] ?? "");
    expect(await comments()).toMatchObject([{ body: "as told", source: "instagram_graph" }]);
  });

  it("that are switched off are a state, until a newer item shows some", async () => {
    await ended(1, { isCommentsDisabled: true, latestComments: [] });
    await ended(2, { latestComments: [said("1", "open again")] });
    await derive([0]);
    expect(await standing()).toMatchObject({ state: "off" });
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      await derive(order);
      expect(await standing()).toMatchObject({ state: "open" });
    }
  });

  it("stay what is known when the account is not connected and somebody asks", async () => {
    await ended(1, { latestComments: [said("1", "seen")] });
    await derive([0]);
    const [post] = await world.sql<{ id: string }>("select id from posts where workspace_id = $1", [
      ada.workspaceId,
    ]);
    const client = world.supabase.clientFor(ada);
    const { error } = await client.rpc("request_comments", {
      workspace: ada.workspaceId,
      post: Number(post?.id),
    });
    expect(error).toBeNull();
    await world.db.rpc("claim_comments", { sources: [], lease_seconds: 60 });
    expect(await standing()).toEqual({
      state: "open",
      reason: "Only a handful that the scraper saw with the post.",
      source: "apify_instagram",
    });
  });
});
