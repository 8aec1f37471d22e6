import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import { between, byCodePoints, pick, random, taggedPosts } from "./generated.ts";
import { storeComments, storePosts } from "./store.ts";

const KINDS = ["like", "share", "view", "bookmark"] as const;
type Event = {
  kind: (typeof KINDS)[number];
  occurred_at: string;
  platform: string;
  post_external_id: string;
  comment_external_id: string | null;
  person_handle: string | null;
};

let supabase: Supabase;
let ada: TestUser;
const next = random(3);
const posts = taggedPosts(21, 60, Date.now());
const commenters = new Map<string, string>();
const events: Event[] = [];
let answer: { added: number; duplicates: number; rejected: unknown[] };

beforeAll(async () => {
  supabase = await startSupabase();
  ada = await supabase.createUser("ada");
  const ids = await storePosts(supabase, ada.workspaceId, posts);
  for (const { external_id } of posts) {
    const comments = Array.from({ length: between(next, 0, 4) }, (_, number) => {
      const id = `${external_id}-c${number}`;
      const author_handle = `author${between(next, 5, 14)}`;
      commenters.set(id, author_handle);
      return {
        external_id: id,
        parent_external_id: null,
        likes: 0,
        published_at: "2026-11-01T00:00:00Z",
        author_handle,
      };
    });
    await storeComments(supabase, ada.workspaceId, ids.get(external_id) ?? 0, comments);
    for (let number = between(next, 0, 60); number > 0; number--) {
      const comment = comments.length > 0 && next() < 0.3 ? pick(next, comments) : null;
      events.push({
        kind: pick(next, KINDS),
        occurred_at: new Date(Date.now() - between(next, 1, 5000) * 60_000).toISOString(),
        platform: posts.find((post) => post.external_id === external_id)?.platform ?? "",
        post_external_id: external_id,
        comment_external_id: comment?.external_id ?? null,
        person_handle: next() < 0.9 ? `fan${between(next, 1, 25)}` : null,
      });
    }
  }
  answer = await importEvents(ada, events);
});
afterAll(() => supabase.stop());

async function importEvents(user: TestUser, told: object[]) {
  const { data, error } = await supabase
    .clientFor(user)
    .rpc("import_engagements", { workspace: user.workspaceId, events: told as never });
  if (error) throw error;
  return data as typeof answer;
}

/** Once a person, kind and thing, but views and what nobody is named for, which come again at another time. */
function stored() {
  const seen = new Set<string>();
  return events.filter((event) => {
    const { kind, person_handle, post_external_id, comment_external_id, occurred_at } = event;
    const again = person_handle === null || kind === "view" ? occurred_at : "";
    const key = [kind, person_handle, post_external_id, comment_external_id, again].join("|");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function received(fits: (event: Event) => boolean) {
  const totals = new Map<string, { on_posts: number; on_comments: number }>();
  for (const event of stored().filter(fits)) {
    const { comment_external_id: comment, post_external_id } = event;
    const owner =
      comment === null
        ? posts.find((post) => post.external_id === post_external_id)?.author_handle
        : commenters.get(comment);
    if (!owner) continue;
    const key = `${owner} ${event.platform}`;
    const total = totals.get(key) ?? { on_posts: 0, on_comments: 0 };
    if (comment === null) total.on_posts += 1;
    else total.on_comments += 1;
    totals.set(key, total);
  }
  return [...totals]
    .map(([key, { on_posts, on_comments }]) => ({
      key,
      on_posts,
      on_comments,
      total: on_posts + on_comments,
    }))
    .toSorted((a, b) => b.total - a.total || byCodePoints(a.key, b.key));
}

type User = {
  username: string;
  platform: string;
  post_engagements: number;
  comment_engagements: number;
  total_engagement: number;
  post_count: number;
  comments_count: number;
  avg_engagement_per_post: number | null;
};
async function topPeople(args: object) {
  const { data, error } = await supabase
    .clientFor(ada)
    .rpc("top_people", { workspace: ada.workspaceId, take: 100, ...args } as never);
  if (error) throw error;
  return data as { users: User[]; total_count: number };
}
const asReceived = ({
  username,
  platform,
  post_engagements,
  comment_engagements,
  total_engagement,
}: User) => ({
  key: `${username} ${platform}`,
  on_posts: post_engagements,
  on_comments: comment_engagements,
  total: total_engagement,
});

describe("imported events", () => {
  it("are stored once each, and every row is accounted for", async () => {
    expect(answer).toEqual({
      added: stored().length,
      duplicates: events.length - stored().length,
      rejected: [],
    });
    expect(answer.duplicates).toBeGreaterThan(0);
    expect(await importEvents(ada, events)).toEqual({
      added: 0,
      duplicates: events.length,
      rejected: [],
    });
  });

  it("that are wrong are named by row and field; the others are stored", async () => {
    const bob = await supabase.createUser("bob");
    await storePosts(supabase, bob.workspaceId, taggedPosts(2, 1, Date.now()));
    const good = {
      kind: "like",
      occurred_at: "2026-11-01T00:00:00Z",
      platform: "instagram",
      post_external_id: "p0",
      person_handle: "x",
    };
    const [{ platform }] = (await supabase.sql<{ platform: string }>(
      "select platform from public.posts where workspace_id = $1",
      [bob.workspaceId],
    )) as [{ platform: string }];
    const right = { ...good, platform };
    const told = await importEvents(bob, [
      right,
      { ...right, kind: "love" },
      { ...right, occurred_at: "yesterday-ish" },
      { ...right, occurred_at: "2999-01-01T00:00:00Z" },
      { ...right, post_external_id: "p404" },
      { ...right, comment_external_id: "c404" },
      { ...right, post_external_id: undefined, post_id: "1; drop" },
      { ...right, person_handle: "@X" },
      { ...right, occurred_at: "-infinity" },
      { ...right, event_ref: "r".repeat(201) },
    ]);
    expect(told).toMatchObject({ added: 1, duplicates: 1 });
    expect(told.rejected).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          row: 2,
          field: "kind",
          found: "love",
          expected: "like, share, view or bookmark",
        }),
        expect.objectContaining({ row: 3, field: "occurred_at", found: "yesterday-ish" }),
        expect.objectContaining({ row: 4, field: "occurred_at", found: "2999-01-01T00:00:00Z" }),
        expect.objectContaining({ row: 5, field: "post" }),
        expect.objectContaining({ row: 6, field: "comment_external_id", found: "c404" }),
        expect.objectContaining({ row: 7, field: "post", found: "1; drop" }),
        expect.objectContaining({ row: 9, field: "occurred_at", found: "-infinity" }),
        expect.objectContaining({ row: 10, field: "event_ref", found: "r".repeat(200) }),
      ]),
    );
    expect(told.rejected).toHaveLength(8);
  });

  it("come from people with names of any length, as posts do", async () => {
    const cara = await supabase.createUser("cara");
    const long = randomBytes(6000).toString("hex");
    const [post] = taggedPosts(3, 1, Date.now());
    if (!post) throw new Error("There is no post.");
    await storePosts(supabase, cara.workspaceId, [{ ...post, author_handle: long }]);
    const event = {
      kind: "like",
      occurred_at: "2026-11-01T00:00:00Z",
      platform: post.platform,
      post_external_id: post.external_id,
      person_handle: long,
    };
    expect(await importEvents(cara, [event])).toMatchObject({ added: 1 });
    const people = await supabase.sql(
      "select handle, char_length(key) as key from public.people where workspace_id = $1",
      [cara.workspaceId],
    );
    expect(people).toEqual([{ handle: long, key: 300 }]);
  });

  it("come into no workspace of others, and from no viewer", async () => {
    const eve = await supabase.createUser("eve");
    const foreign = { workspace: ada.workspaceId, events: [] as never };
    expect((await supabase.clientFor(eve).rpc("import_engagements", foreign)).error).toMatchObject({
      code: "PT404",
    });
    await supabase.addMember(ada.workspaceId, eve, "viewer");
    expect((await supabase.clientFor(eve).rpc("import_engagements", foreign)).error).toMatchObject({
      code: "PT403",
    });
  });
});

describe("the most engaged people", () => {
  it("are what the definition says, with kept totals and counted from the events", async () => {
    const expected = received(() => true);
    const { users, total_count } = await topPeople({});
    expect(users.map(asReceived)).toEqual(expected);
    expect(total_count).toBe(expected.length);
    const counted = await topPeople({ since: "2000-01-01T00:00:00Z" });
    expect(counted.users.map(asReceived)).toEqual(expected);
    await supabase.sql("select private.recount_engagements($1)", [ada.workspaceId]);
    expect((await topPeople({})).users.map(asReceived)).toEqual(expected);
  });

  it("of a period and a platform are those of its events", async () => {
    const since = new Date(Date.now() - 2000 * 60_000).toISOString();
    const { users } = await topPeople({ since, platform: "instagram" });
    expect(users.map(asReceived)).toEqual(
      received((event) => event.occurred_at >= since && event.platform === "instagram"),
    );
  });

  it("are asked for by a basis that there is", async () => {
    for (const basis of ["guessed", null]) {
      await expect(topPeople({ basis })).rejects.toMatchObject({ code: "PT422" });
    }
  });

  it("come with how much they wrote", async () => {
    const { users } = await topPeople({});
    for (const user of users) {
      const mine = posts.filter(
        (post) => post.author_handle === user.username && post.platform === user.platform,
      ).length;
      expect(user.post_count).toBe(mine);
      expect(user.avg_engagement_per_post).toBe(
        mine === 0 ? null : Math.round((user.total_engagement / mine) * 100) / 100,
      );
    }
  });

  it("are others when a post turns out to be another's", async () => {
    await supabase.sql(
      "update public.posts set author_handle = 'renamed' where workspace_id = $1 and author_handle = 'author1'",
      [ada.workspaceId],
    );
    for (const post of posts) if (post.author_handle === "author1") post.author_handle = "renamed";
    expect((await topPeople({})).users.map(asReceived)).toEqual(received(() => true));
  });

  it("receive nothing any more on posts that are gone", async () => {
    const [gone] = posts.splice(0, 1);
    await supabase.sql("delete from public.posts where workspace_id = $1 and external_id = $2", [
      ada.workspaceId,
      gone?.external_id,
    ]);
    for (let at = events.length - 1; at >= 0; at--) {
      if (events[at]?.post_external_id === gone?.external_id) events.splice(at, 1);
    }
    expect((await topPeople({})).users.map(asReceived)).toEqual(received(() => true));
  });
});
