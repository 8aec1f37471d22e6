import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/v1/search/route";
import type { Found } from "@/lib/search-all/found";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";

let supabase: Supabase;
let ada: TestUser;
let bob: TestUser;

type Post = { title?: string; caption?: string; author?: string; name?: string; ago?: number };

let made = 0;
async function addPost(workspace: string, post: Post, externalId = `post${made++}`) {
  await supabase.sql(
    `insert into public.posts (workspace_id, platform, external_id, url, title, caption, author_handle, author_name, published_at)
     values ($1, 'youtube', $2, 'https://www.youtube.com/watch?v=' || $2, $3, $4, $5, $6, now() - make_interval(hours => $7))`,
    [
      workspace,
      externalId,
      post.title ?? null,
      post.caption ?? null,
      post.author ?? null,
      post.name ?? null,
      post.ago ?? 1,
    ],
  );
}

async function addJob(workspace: string, filename: string) {
  await supabase.sql(
    `insert into public.jobs (workspace_id, source_filename, source_kind, upload_columns, extra_columns, total_rows)
     values ($1, $2, 'csv', '{}', '{}', 1)`,
    [workspace, filename],
  );
}

async function search(user: TestUser, q: string, limit = 5) {
  const request = new NextRequest(
    `http://app.test/api/v1/search?${new URLSearchParams({ q, limit: String(limit) })}`,
    { headers: { authorization: `Bearer ${user.accessToken}` } },
  );
  const answer = await GET(request, { params: Promise.resolve({}) });
  return { status: answer.status, body: await answer.json() };
}

async function found(user: TestUser, q: string, kind?: Found["kind"]): Promise<string[]> {
  const { status, body } = await search(user, q);
  expect(status).toBe(200);
  const items: Found[] = body.items;
  return items.filter((item) => !kind || item.kind === kind).map(({ title }) => title);
}

beforeAll(async () => {
  supabase = await startSupabase();
  ada = await supabase.createUser("ada");
  bob = await supabase.createUser("bob");
});
afterAll(() => supabase.stop());

describe("searching everything of a workspace", () => {
  it("finds posts by title, caption, author and link, jobs, hashtags, people and campaigns", async () => {
    await addPost(
      ada.workspaceId,
      { title: "Gravel bike", caption: "Weekend #velolife", author: "Velohaus", name: "Velo Haus" },
      "abcdefghij1",
    );
    await addJob(ada.workspaceId, "velo-links.csv");
    await supabase.sql(
      "insert into public.campaigns (workspace_id, name) values ($1, 'Velo spring')",
      [ada.workspaceId],
    );
    const { body } = await search(ada, "velo");
    expect(body.items.map(({ kind, title, path }: Found) => [kind, title, path])).toEqual([
      ["post", "Gravel bike", expect.stringMatching(/^\/posts\/\d+$/)],
      ["job", "velo-links.csv", expect.stringMatching(/^\/jobs\//)],
      ["campaign", "Velo spring", expect.stringMatching(/^\/campaigns\//)],
      ["hashtag", "#velolife", "/hashtags/velolife"],
      ["person", "Velo Haus", "/posts?author=Velohaus"],
    ]);
    expect(await found(ada, "weekend", "post")).toEqual(["Gravel bike"]);
    expect(await found(ada, "@velohaus", "person")).toEqual(["Velo Haus"]);
    expect(await found(ada, "#velo", "hashtag")).toEqual(["#velolife"]);
    expect(await found(ada, "https://youtu.be/abcdefghij1?si=x", "post")).toEqual(["Gravel bike"]);
  });

  it("gives nothing of another workspace, not even to who names it", async () => {
    expect((await search(bob, "velo")).body).toEqual({ items: [] });
    const client = supabase.clientFor(bob);
    const answer = await client.rpc("search_all", { workspace: ada.workspaceId, query: "velo" });
    expect(answer).toMatchObject({ error: null, data: [] });
    // What the index is asked with is no door either.
    const rows = await supabase.sql(
      "select proacl::text from pg_proc where proname = 'search_all'",
    );
    expect(rows[0]).toMatchObject({ proacl: expect.not.stringContaining("anon") });
  });

  it("puts what begins so before what only has it, and of equals the newest first", async () => {
    const cara = await supabase.createUser("cara");
    await addPost(cara.workspaceId, { title: "About oats", ago: 1 });
    await addPost(cara.workspaceId, { title: "Oats, old", ago: 9 });
    await addPost(cara.workspaceId, { title: "Oats, new", ago: 5 });
    await addJob(cara.workspaceId, "my oats.csv");
    await addJob(cara.workspaceId, "oats.csv");
    expect(await found(cara, "OATS")).toEqual([
      "Oats, new",
      "Oats, old",
      "About oats",
      "oats.csv",
      "my oats.csv",
    ]);
  });

  it("finds words in any order over all a post says, those with most of them in the title first", async () => {
    const gil = await supabase.createUser("gil");
    await addPost(gil.workspaceId, { title: "Of holes", caption: "the black sort", ago: 1 });
    await addPost(gil.workspaceId, {
      title: "Stars",
      caption: "holes",
      author: "Blackbird",
      ago: 2,
    });
    await addPost(gil.workspaceId, { title: "What holes, and why black", ago: 9 });
    await addPost(gil.workspaceId, { title: "Black ice", ago: 1 });
    await addJob(gil.workspaceId, "holes in black.csv");
    expect(await found(gil, "black holes")).toEqual([
      "What holes, and why black",
      "Of holes",
      "Stars",
      "holes in black.csv",
    ]);
  });

  it("finds by the beginnings of words among all posts, and inside words among the newest", async () => {
    const dora = await supabase.createUser("dora");
    await addPost(dora.workspaceId, { caption: "🔥Zanzibar night market…", ago: 9000 });
    await supabase.sql(
      `insert into public.posts (workspace_id, platform, external_id, url, title, published_at)
       select $1, 'tiktok', 'fill' || i, 'https://example.test/' || i, 'Filler', now() - make_interval(mins => i)
       from generate_series(1, 1000) as i`,
      [dora.workspaceId],
    );
    expect(await found(dora, "market zanz", "post")).toEqual(["🔥Zanzibar night market…"]);
    expect(await found(dora, "anzibar", "post")).toEqual([]);
    expect(await found(dora, "iller", "post")).toHaveLength(5);
    await supabase.sql("analyze public.posts");
    const plan = await supabase.sql(
      `explain select p.id from public.posts as p where p.workspace_id = '${dora.workspaceId}'
       and private.post_words(p.workspace_id, p.title, p.caption, p.author_handle, p.author_name) @@ 'zanz:*'::tsquery`,
    );
    expect(JSON.stringify(plan)).toContain("posts_words_idx");
  });

  it("reads every script as people write it", async () => {
    const emil = await supabase.createUser("emil");
    await addPost(emil.workspaceId, { caption: "私は東京タワーが好き #東京", author: "ÅSA" });
    await addPost(emil.workspaceId, { title: "Cafe\u0301 in Kyiv — Київ" });
    expect(await found(emil, "東京")).toEqual(["私は東京タワーが好き #東京", "#東京"]);
    expect(await found(emil, "CAFÉ", "post")).toHaveLength(1);
    expect(await found(emil, "київ", "post")).toHaveLength(1);
    expect(await found(emil, "åsa", "person")).toEqual(["@ÅSA"]);
  });

  it("takes %, _, quotes and backslashes as they are", async () => {
    const fay = await supabase.createUser("fay");
    await addPost(fay.workspaceId, { title: "100% wool" });
    await addPost(fay.workspaceId, { title: "It's a \\ 'quote' & <b>" });
    await addJob(fay.workspaceId, "snake_case.csv");
    expect(await found(fay, "%")).toEqual(["100% wool"]);
    expect(await found(fay, "_")).toEqual(["snake_case.csv"]);
    for (const odd of ["\\", "'", "'quote' & <b>", "it's a"]) {
      expect(await found(fay, odd, "post"), odd).toEqual(["It's a \\ 'quote' & <b>"]);
    }
    for (const odd of ["':*", "a & ! (", "\u0000", "#", "@"]) {
      expect((await search(fay, odd)).status, odd).toBe(200);
    }
  });

  it("says what was found and expected of an input that is not right", async () => {
    expect(await search(ada, "")).toMatchObject({ status: 422 });
    expect(await search(ada, "x".repeat(201))).toMatchObject({
      status: 422,
      body: { error: { message: expect.stringContaining("at most 200 characters") } },
    });
  });
});
