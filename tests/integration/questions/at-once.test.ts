import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type ReservedSql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import { storeComments, storePosts } from "./store.ts";

const OCCURRED = "2026-11-01T00:00:00Z";
const NAMES = ["p0", "p1", "p2"];

let supabase: Supabase;
let database: postgres.Sql;
let ada: TestUser;
let ids: Map<string, number>;

beforeAll(async () => {
  supabase = await startSupabase();
  database = postgres(supabase.databaseUrl, { max: 4, onnotice: () => {} });
});
afterAll(async () => {
  await database.end();
  await supabase.stop();
});
beforeEach(async () => {
  ada = await supabase.createUser("ada");
  ids = await storePosts(
    supabase,
    ada.workspaceId,
    NAMES.map((external_id) => ({
      external_id,
      platform: "tiktok",
      author_handle: `author of ${external_id}`,
      caption: "#old",
      published_at: OCCURRED,
    })),
  );
});

/** Does the one while the other is done and not yet committed. */
async function during<Answer>(
  open: (tx: ReservedSql) => Promise<unknown>,
  other: () => PromiseLike<Answer>,
) {
  const tx = await database.reserve();
  try {
    await tx.unsafe("begin");
    await open(tx);
    const answer = Promise.resolve(other());
    answer.catch(() => {});
    await Promise.race([answer.catch(() => {}), sleep(300)]);
    await tx.unsafe("commit");
    return await answer;
  } finally {
    await tx.unsafe("rollback");
    tx.release();
  }
}

const event = (post_external_id: string, person_handle: string, more: object = {}) => ({
  kind: "like",
  occurred_at: OCCURRED,
  platform: "tiktok",
  post_external_id,
  person_handle,
  ...more,
});
async function importEvents(events: object[]) {
  const { data, error } = await supabase
    .clientFor(ada)
    .rpc("import_engagements", { workspace: ada.workspaceId, events: events as never });
  if (error) throw error;
  return data as { added: number; duplicates: number };
}
const importIn = (tx: ReservedSql, events: object[]) =>
  tx.unsafe(
    `select set_config('request.jwt.claim.sub', $1, true), private.import_engagements($2, 'api', $3::text::jsonb)`,
    [ada.id, ada.workspaceId, JSON.stringify(events)],
  );
const rename = (post: string, author: string) =>
  `update public.posts set author_handle = '${author}' where id = ${ids.get(post)}`;
const sql = <Row>(text: string) => supabase.sql<Row>(text, [ada.workspaceId]);

/** What each person received, as it is kept, after it was seen to be what the events come to. */
async function received() {
  const totals = () =>
    sql<{ key: string; on_posts: number; on_comments: number }>(
      `select w.key, t.post_engagements::int as on_posts, t.comment_engagements::int as on_comments
       from public.engagement_totals as t join public.people as w on w.id = t.person_id
       where t.workspace_id = $1 and t.post_engagements + t.comment_engagements > 0 order by w.key`,
    );
  const kept = await totals();
  await sql("select private.recount_engagements($1)");
  expect(await totals()).toEqual(kept);
  return Object.fromEntries(
    kept.map(({ key, on_posts, on_comments }) => [key, [on_posts, on_comments]]),
  );
}

describe("what people received, when at once", () => {
  beforeEach(() => importEvents(NAMES.map((name) => event(name, "fan"))));

  it("two posts turn out to be others'", async () => {
    await during(
      (tx) => tx.unsafe(rename("p0", "anna")),
      () => sql(`${rename("p1", "bert")} and workspace_id = $1`),
    );
    expect(await received()).toEqual({ anna: [1, 0], bert: [1, 0], "author of p2": [1, 0] });
  });

  it("events come for a post that turns out to be another's", async () => {
    await during(
      (tx) => tx.unsafe(rename("p0", "anna")),
      () => importEvents([event("p0", "new fan")]),
    );
    await during(
      (tx) => importIn(tx, [event("p1", "new fan")]),
      () => sql(`${rename("p1", "bert")} and workspace_id = $1`),
    );
    expect(await received()).toEqual({ anna: [2, 0], bert: [2, 0], "author of p2": [1, 0] });
  });

  it("events come for a post that goes", async () => {
    const told = await during(
      (tx) => tx.unsafe(`delete from public.posts where id = ${ids.get("p0")}`),
      () => importEvents([event("p0", "new fan"), event("p1", "new fan")]),
    );
    expect(told).toMatchObject({ added: 1, rejected: [{ row: 1, field: "post" }] });
    expect(await received()).toEqual({ "author of p1": [2, 0], "author of p2": [1, 0] });
  });

  it("two wait for each other: the events are stored all the same", async () => {
    let captioned = Promise.resolve<unknown>(null);
    const told = await during(
      (tx) =>
        tx
          .unsafe("select from public.engagement_totals where workspace_id = $1 for update", [
            ada.workspaceId,
          ])
          .then(() => {
            // It holds what the import waits for, and waits for the post that the import holds.
            const caption = `update public.posts set caption = 'x' where id = ${ids.get("p0")}`;
            captioned = sleep(150).then(() => tx.unsafe(caption));
          }),
      () => importEvents([event("p0", "new fan")]),
    );
    await captioned;
    expect(told).toMatchObject({ added: 1, duplicates: 0 });
    expect(await received()).toMatchObject({ "author of p0": [2, 0] });
  });

  it("the same events come twice, in opposite orders", async () => {
    const events = Array.from({ length: 1500 }, (_, number) => event("p0", `fan ${number}`));
    for (let round = 0; round < 3; round++) {
      const these = events.map((each) => ({ ...each, kind: ["like", "share", "bookmark"][round] }));
      const told = await Promise.all([importEvents(these), importEvents(these.toReversed())]);
      expect(told.reduce((sum, { added }) => sum + added, 0)).toBe(1500);
    }
    expect(await received()).toMatchObject({ "author of p0": [4501, 0] });
  });
});

it("what a comment received goes to whom it turns out to be from", async () => {
  const post = ids.get("p0") ?? 0;
  const comment = { external_id: "c", parent_external_id: null, likes: 0, published_at: OCCURRED };
  await storeComments(supabase, ada.workspaceId, post, [comment]);
  await importEvents([event("p0", "fan", { comment_external_id: "c" })]);
  expect(await received()).toEqual({});
  await sql(
    `update public.comments set author_id = (
       select id from public.people where workspace_id = $1 and key = 'fan') where workspace_id = $1`,
  );
  expect(await received()).toEqual({ fan: [0, 1] });
});

it("a caption that changes while hashtags are derived again is what counts", async () => {
  await during(
    (tx) => tx.unsafe(`update public.posts set caption = '#new' where id = ${ids.get("p0")}`),
    async () => {
      const { error } = await supabase
        .clientFor(ada)
        // safe because null stands for all
        .rpc("sync_hashtags", { workspace: ada.workspaceId, minutes_back: null as never });
      if (error) throw error;
    },
  );
  const tags = await sql(
    `select t.tag from public.post_hashtags as h join public.hashtags as t on t.id = h.hashtag_id
     where h.workspace_id = $1 and h.post_id = ${ids.get("p0")}`,
  );
  expect(tags).toEqual([{ tag: "new" }]);
});

it("a page of comments waits for its post before it holds its reading", async () => {
  const [reading] = await sql<{ lease_token: string }>(
    `insert into public.comment_reads (post_id, workspace_id, state, lease_token, leased_until)
     values (${ids.get("p0")}, $1, 'reading', gen_random_uuid(), now() + interval '1 minute') returning lease_token`,
  );
  const batch = {
    post_id: ids.get("p0"),
    workspace_id: ada.workspaceId,
    lease_token: reading?.lease_token,
    calls: 1,
    reserved: 1,
    comments: [],
    cursor: null,
    source: "instagram_graph",
    is_simulated: true,
  };
  const tx = await database.reserve();
  await tx.unsafe("begin");
  await tx.unsafe(`select from public.posts where id = ${ids.get("p0")} for update`);
  // safe because JSON is what it becomes on the way
  const settled = Promise.resolve(
    supabase.serviceClient().rpc("settle_comments", { batch: batch as never }),
  );
  await Promise.race([settled, sleep(300)]);
  // As whoever deletes the post goes on.
  const free = tx.unsafe(
    "select from public.comment_reads where workspace_id = $1 for update nowait",
    [ada.workspaceId],
  );
  await expect(free).resolves.toHaveLength(1);
  await tx.unsafe("commit");
  tx.release();
  expect((await settled).data).toEqual({ state: "open" });
});

it("people who are known already are not waited for", async () => {
  const keep = `select private.keep_people('${ada.workspaceId}', '[{"platform": "tiktok", "handle": "known", "name": "Known"}]')`;
  await supabase.sql(keep);
  const tx = await database.reserve();
  await tx.unsafe("begin");
  await tx.unsafe(keep);
  // Fails where the first one holds the row.
  await expect(
    database.begin(async (other) => {
      await other.unsafe("set local lock_timeout = '300ms'");
      await other.unsafe(keep);
    }),
  ).resolves.toBeUndefined();
  await tx.unsafe("commit");
  tx.release();
});

it("a workspace goes with everything, whichever of its tables goes first", async () => {
  await storeComments(supabase, ada.workspaceId, ids.get("p0") ?? 0, [
    {
      external_id: "c",
      parent_external_id: null,
      likes: 0,
      published_at: OCCURRED,
      author_handle: "carl",
    },
  ]);
  await importEvents([event("p0", "fan"), event("p0", "fan", { comment_external_id: "c" })]);
  // Tables are taken in the order in which their keys were made, which a restored copy has otherwise.
  await supabase.sql(
    `alter table public.posts drop constraint posts_workspace_id_fkey,
       add constraint posts_workspace_id_fkey foreign key (workspace_id) references public.workspaces (id) on delete cascade`,
  );
  await supabase.sql(`delete from public.workspaces where id = '${ada.workspaceId}'`);
  for (const table of [
    "people",
    "posts",
    "comments",
    "engagements",
    "engagement_totals",
    "post_hashtags",
  ]) {
    expect(await sql(`select from public.${table} where workspace_id = $1`), table).toEqual([]);
  }
});
