import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/engagements/route";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";

let supabase: Supabase;
let ada: TestUser;
let bob: TestUser;
let posts: { id: string; external_id: string }[];

beforeAll(async () => {
  process.env.APP_URL = "http://127.0.0.1:1";
  supabase = await startSupabase();
  ada = await supabase.createUser("ada");
  bob = await supabase.createUser("bob");
  posts = await fill(ada);
  await fill(bob, "bobsPost");
});
afterAll(() => supabase.stop());

/** Three videos, the first with two comments. */
async function fill({ workspaceId }: TestUser, name = "simPlain00") {
  const made = await supabase.sql<{ id: string; external_id: string }>(
    `insert into posts (workspace_id, platform, external_id, url, author_handle)
     select $1, 'youtube', $2 || n, 'https://www.youtube.com/watch?v=' || $2 || n, 'author' || n
     from generate_series(1, 3) as n returning id, external_id`,
    [workspaceId, name],
  );
  const told = ["c1", "c2"].map((id) => ({ external_id: id, author_handle: "carl", body: id }));
  await supabase.sql("select private.keep_comments($1, $2, 'import', false, $3::jsonb)", [
    workspaceId,
    made[0]?.id,
    told,
  ]);
  return made;
}

async function send(user: TestUser, body: unknown, type = "application/json", workspace?: string) {
  const answer = await POST(
    new NextRequest("http://app.test/api/v1/engagements", {
      method: "POST",
      headers: {
        authorization: `Bearer ${user.accessToken}`,
        "content-type": type,
        ...(workspace && { "x-workspace-id": workspace }),
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
    { params: Promise.resolve({}) },
  );
  return { status: answer.status, body: await answer.json() };
}
const link = (number = 0) => `https://youtu.be/${posts[number]?.external_id}?si=x`;
const event = (more: object = {}) => ({
  platform: "youtube",
  post_url: link(),
  person: "@Dora",
  kind: "like",
  occurred_at: "2026-11-20T10:00:00Z",
  ...more,
});
const stored = (user: TestUser) =>
  supabase.sql<Record<string, unknown>>(
    `select p.external_id as post, c.external_id as comment, e.kind, w.key as person, r.key as receiver, e.source,
       to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at
     from engagements as e join posts as p on p.id = e.post_id left join comments as c on c.id = e.comment_id
     left join people as w on w.id = e.person_id left join people as r on r.id = e.receiver_id
     where e.workspace_id = $1 order by e.id`,
    [user.workspaceId],
  );
const addsUp = ({ rows, added, duplicates, rejected_rows }: Record<string, number>) =>
  rows === (added ?? 0) + (duplicates ?? 0) + (rejected_rows ?? 0);

describe("events as JSON", () => {
  it("are kept by link, by our id and by the platform's, on posts and on comments", async () => {
    const { status, body } = await send(ada, [
      event(),
      {
        post_id: Number(posts[1]?.id),
        person: "dora",
        kind: "Share",
        occurred_at: "2026-11-20 11:00",
      },
      event({ post_url: undefined, post_external_id: posts[2]?.external_id, kind: "bookmark" }),
      event({ comment_id: "c2", occurred_at: "2026-11-20T12:00:00+02:00" }),
    ]);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        rows: 4,
        added: 4,
        duplicates: 0,
        rejected_rows: 0,
        rejected: [],
        rejected_not_listed: 0,
      },
    });
    expect(await stored(ada)).toEqual([
      {
        post: "simPlain001",
        comment: null,
        kind: "like",
        person: "dora",
        receiver: "author1",
        source: "api",
        at: "2026-11-20 10:00",
      },
      {
        post: "simPlain001",
        comment: "c2",
        kind: "like",
        person: "dora",
        receiver: "carl",
        source: "api",
        at: "2026-11-20 10:00",
      },
      {
        post: "simPlain002",
        comment: null,
        kind: "share",
        person: "dora",
        receiver: "author2",
        source: "api",
        at: "2026-11-20 11:00",
      },
      {
        post: "simPlain003",
        comment: null,
        kind: "bookmark",
        person: "dora",
        receiver: "author3",
        source: "api",
        at: "2026-11-20 10:00",
      },
    ]);
  });

  it("sent again are duplicates; views and other people are not", async () => {
    const again = await send(ada, {
      events: [
        event({ occurred_at: "2026-11-20T13:00:00Z" }),
        event({ kind: "view" }),
        event({ kind: "view", occurred_at: "2026-11-20T10:00:01Z" }),
        event({ kind: "view", occurred_at: "2026-11-20T10:00:01Z" }),
        event({ kind: "view", occurred_at: "2026-11-20T10:00:01Z", event_ref: "another" }),
        event({ person: "Emil" }),
      ],
    });
    expect(again.body).toMatchObject({ rows: 6, added: 4, duplicates: 2, rejected_rows: 0 });
  });

  it("that are wrong are named with row, field, what was found and expected; the others are kept", async () => {
    const before = (await stored(ada)).length;
    const { status, body } = await send(ada, [
      event({ person: "right one" }),
      "no object",
      event({ kind: "love", comment_id: "c9" }),
      event({ occurred_at: "yesterday", platform: "myspace" }),
      event({ occurred_at: "2999-01-01T00:00:00Z" }),
      event({ post_url: "https://example.com/x" }),
      event({ post_url: "https://youtu.be/unknownpost" }),
      event({ platform: "tiktok" }),
      event({ post_url: undefined, post_id: "12x" }),
      event({ occurred_at: undefined }),
      event({ post_url: "https://vm.tiktok.com/ZMabc/", platform: "tiktok" }),
      event({ occurred_at: "2026-02-30T10:00:00Z", kind: "love" }),
      event({ person_id: 17841400000000000 }),
    ]);
    expect(status).toBe(200);
    expect(addsUp(body)).toBe(true);
    expect(body).toMatchObject({ rows: 13, added: 1, rejected_rows: 12 });
    expect(
      body.rejected.map(({ row, field, found }: Record<string, unknown>) => [row, field, found]),
    ).toEqual([
      [2, "event", null],
      [3, "kind", "love"],
      [3, "comment_id", "c9"],
      [4, "platform", "myspace"],
      [4, "occurred_at", "yesterday"],
      [5, "occurred_at", "2999-01-01T00:00:00.000Z"],
      [6, "post_url", "https://example.com/x"],
      [7, "post", "youtube unknownpost"],
      [8, "platform", "tiktok"],
      [9, "post", "12x"],
      [10, "occurred_at", null],
      [11, "post_url", "https://vm.tiktok.com/ZMabc/"],
      [12, "occurred_at", "2026-02-30T10:00:00Z"],
      [12, "kind", "love"],
      [13, "person_id", "17841400000000000"],
    ]);
    expect(body.rejected.every(({ expected }: { expected: string }) => expected.length > 3)).toBe(
      true,
    );
    expect(await stored(ada)).toHaveLength(before + 1);
  });

  it("are refused whole when they are no list, no JSON or too many", async () => {
    expect((await send(ada, { event: [] })).status).toBe(422);
    expect((await send(ada, "{")).status).toBe(400);
    expect((await send(ada, "x", "text/plain")).status).toBe(415);
    const { status, body } = await send(
      ada,
      Array.from({ length: 5001 }, () => event()),
    );
    expect(status).toBe(422);
    expect(body.error.message).toContain("at most 5,000");
  });
});

describe("whose posts", () => {
  it("nobody brings events to posts of another workspace, by any name of theirs", async () => {
    const [bobs] = await supabase.sql<{ id: string }>(
      "select id from posts where workspace_id = $1 limit 1",
      [bob.workspaceId],
    );
    const { body } = await send(ada, [
      event({ post_url: undefined, post_id: bobs?.id }),
      event({ post_url: undefined, post_external_id: "bobsPost1" }),
    ]);
    expect(body).toMatchObject({ added: 0, rejected_rows: 2 });
    expect(await stored(bob)).toEqual([]);
    expect((await send(ada, [event()], undefined, bob.workspaceId)).status).toBe(401);
  });

  it("viewers may not, members may", async () => {
    const eve = await supabase.createUser("eve");
    await supabase.addMember(ada.workspaceId, eve, "viewer");
    expect((await send(eve, [event()], undefined, ada.workspaceId)).status).toBe(403);
    expect((await send(eve, [], undefined, ada.workspaceId)).status).toBe(403);
    await supabase.addMember(ada.workspaceId, eve, "member");
    expect((await send(eve, [event()], undefined, ada.workspaceId)).status).toBe(200);
  });

  it("a sample workspace takes none, by either door", async () => {
    const sam = await supabase.createUser("sam");
    await fill(sam, "samples");
    await supabase.sql("update workspaces set is_sample = true where id = $1", [sam.workspaceId]);
    const wanted = event({ post_url: undefined, post_external_id: "samples1" });
    for (const [body, type] of [
      [[wanted], "application/json"],
      [
        "platform,post_external_id,kind,occurred_at\nyoutube,samples1,like,2026-11-20T10:00:00Z",
        "text/csv",
      ],
    ] as const) {
      expect((await send(sam, body, type)).status).toBe(422);
    }
    expect(await stored(sam)).toEqual([]);
  });
});

describe("events as CSV", () => {
  const csv = (rows: string[], header = "platform,post_url,comment_id,person,kind,occurred_at") =>
    [header, ...rows].join("\n");

  it("are kept in batches, with rows counted without header and blank lines", async () => {
    const rows = Array.from(
      { length: 5203 },
      (_, n) =>
        `youtube,${link(n % 3)},,person${n},${n === 4100 ? "love" : "like"},2026-11-19T10:00:00Z`,
    );
    rows.splice(2, 0, "", ",,,,,");
    const { status, body } = await send(ada, csv(rows), "text/csv; charset=utf-8");
    expect(status).toBe(200);
    expect(body).toEqual({
      rows: 5203,
      added: 5202,
      duplicates: 0,
      rejected_rows: 1,
      rejected: [
        { row: 4101, field: "kind", found: "love", expected: "like, share, view or bookmark" },
      ],
      rejected_not_listed: 0,
    });
    const again = await send(ada, csv(rows), "text/csv");
    expect(again.body).toMatchObject({ rows: 5203, added: 0, duplicates: 5202, rejected_rows: 1 });
    const [total] = await supabase.sql<{ n: number }>(
      "select count(*)::int as n from engagements where workspace_id = $1 and source = 'csv'",
      [ada.workspaceId],
    );
    expect(total?.n).toBe(5202);
  });

  it("are read with other delimiters, quotes, names and an encoding's mark", async () => {
    const file = `\uFEFFURL;User;Event;Time\r\n"${link(1)}";"Zoë ""Z"" Ä";BOOKMARK;2026-11-18 10:00:00Z\r\n`;
    expect((await send(ada, file, "text/csv")).body).toMatchObject({ rows: 1, added: 1 });
    expect((await stored(ada)).at(-1)).toMatchObject({ person: 'zoë "z" ä', kind: "bookmark" });
  });

  it("without the columns that are needed are refused with those that were found", async () => {
    const { status, body } = await send(ada, "a,kind\nb,like", "text/csv");
    expect(status).toBe(422);
    expect(body.error.message).toContain(
      'There is no column post_url or post_id, none occurred_at: found "a", "kind"',
    );
    expect((await send(ada, " \n", "text/csv")).status).toBe(422);
  });

  it("name at most 5,000 wrong rows, and count all", async () => {
    const rows = Array.from({ length: 5100 }, () => `youtube,${link()},,p,like,never`);
    const { body } = await send(ada, csv(rows), "text/csv");
    expect(body).toMatchObject({
      rows: 5100,
      added: 0,
      rejected_rows: 5100,
      rejected_not_listed: 100,
    });
    expect(body.rejected).toHaveLength(5000);
  });
});

it("keeps the sums of what people received equal to the events", async () => {
  const before = await totals();
  await supabase.sql("select private.recount_engagements($1)", [ada.workspaceId]);
  expect(await totals()).toEqual(before);
  expect(before.length).toBeGreaterThan(2);
});
const totals = () =>
  supabase.sql(
    `select person_id, post_engagements, comment_engagements from engagement_totals
     where workspace_id = $1 and post_engagements + comment_engagements > 0 order by 1`,
    [ada.workspaceId],
  );
