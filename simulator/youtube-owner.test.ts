import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Account, AccountPost } from "./accounts.ts";
import { postOf } from "./posts.ts";
import { startSimulator } from "./start-simulator.ts";

const DAY_MS = 86_400_000;
const nowMs = Date.parse("2026-11-01T07:30:00Z");
const SCOPES = ["youtube.readonly", "yt-analytics.readonly"].map(
  (name) => `https://www.googleapis.com/auth/${name}`,
);

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let channel: Account;
let posts: AccountPost[];
let token: string;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => nowMs });
  // The second of the book posts 40 times a month. Safe because a book has 35 accounts.
  [, channel] = simulator.book.accounts as [Account, Account];
  posts = simulator.book.postsOf(channel, nowMs);
  token = grant(SCOPES);
});
beforeEach(() => control("reset"));
afterAll(() => simulator.close());

const control = (path: string, body: unknown = {}) =>
  fetch(`${simulator.url}/_control/${path}`, { method: "POST", body: JSON.stringify(body) });

function grant(scopes: string[]) {
  const consent = { accounts: [channel], scopes, redirectUri: "", codeChallenge: null };
  return simulator.grants.issue({ server: "google", offline: true, ...consent }, 3599, true)
    .accessToken;
}

async function ask(path: string, bearer = token) {
  const headers = { authorization: `Bearer ${bearer}` };
  const answer = await fetch(`${simulator.url}/${path}`, { headers });
  return { status: answer.status, body: await answer.json() };
}

const data = (path: string, bearer?: string) => ask(`youtube/v3/${path}`, bearer);
const uploads = () => channel.id.replace(/^UC/, "UU");

async function everyPage(path: string) {
  const pages = [];
  let next: string | undefined = "";
  while (next !== undefined) {
    const { body } = await data(`${path}${next && `&pageToken=${next}`}`);
    pages.push(body.items);
    next = body.nextPageToken;
  }
  return pages;
}

describe("a channel", () => {
  it("is found as the token's own, by its id and by its handle", async () => {
    const expected = {
      id: channel.id,
      statistics: { videoCount: String(posts.length), viewCount: expect.stringMatching(/^\d+$/) },
      contentDetails: { relatedPlaylists: { uploads: uploads() } },
    };
    for (const which of ["mine=true", `id=${channel.id}`, `forHandle=@${channel.handle}`]) {
      const { body } = await data(`channels?part=snippet,statistics,contentDetails&${which}`);
      expect(body.items).toMatchObject([expected]);
    }
  });

  it("lists its uploads newest first in pages, without a gone one", async () => {
    const path = `playlistItems?part=contentDetails&playlistId=${uploads()}&maxResults=50`;
    const ids = async () =>
      (await everyPage(path)).map((page) =>
        page.map(
          ({ contentDetails }: { contentDetails: { videoId: string } }) => contentDetails.videoId,
        ),
      );
    const before = await ids();
    expect(before.map(({ length }) => length)).toEqual([50, posts.length - 50]);
    expect(before.flat()).toEqual(posts.map(({ id }) => id));
    await control("gone", { platform: "youtube", id: posts[1]?.id, gone: true });
    expect((await ids()).flat()).toEqual(posts.map(({ id }) => id).toSpliced(1, 1));
  });

  it.each([
    ["playlistItems?part=id&playlistId=UUnobody", 404, "playlistNotFound"],
    ["playlistItems?part=id&playlistId=$uploads&pageToken=nonsense", 400, "invalidPageToken"],
    ["playlistItems?part=id&playlistId=$uploads&maxResults=51", 400, "invalidValue"],
  ])("answers %s with %i %s", async (path, status, reason) => {
    const answer = await data(path.replace("$uploads", uploads()));
    expect(answer).toMatchObject({ status, body: { error: { errors: [{ reason }] } } });
  });
});

describe("who asks", () => {
  it.each([
    ["unknown", "youtube/v3/channels?part=id&mine=true"],
    ["unknown", "youtube-analytics/v2/reports"],
  ])("is not let in with an %s token to %s", async (bearer, path) => {
    expect(await ask(path, bearer)).toMatchObject({
      status: 401,
      body: { error: { status: "UNAUTHENTICATED", errors: [{ reason: "authError" }] } },
    });
  });

  it("needs the scope of each API", async () => {
    const refused = {
      status: 403,
      body: { error: { errors: [{ reason: "insufficientPermissions" }] } },
    };
    const [reading, analytics] = SCOPES.map((scope) => grant([scope]));
    expect((await data("channels?part=id&mine=true", reading)).status).toBe(200);
    expect(await data("channels?part=id&mine=true", analytics)).toMatchObject(refused);
    expect(await ask("youtube-analytics/v2/reports", reading)).toMatchObject(refused);
  });
});

describe("GET /youtube/v3/videos:batchGetStats", () => {
  const path = (ids: string[]) =>
    `videos:batchGetStats?part=id,snippet,statistics,contentDetails&id=${ids.join(",")}`;

  it("gives the counts of /videos under slimmer names", async () => {
    const ids = posts.slice(0, 50).map(({ id }) => id);
    const { body: slim } = await data(path(ids));
    const { body: full } = await data(
      `videos?part=snippet,statistics,contentDetails&id=${ids.join(",")}`,
    );
    expect(slim.items).toHaveLength(50);
    for (const [at, item] of slim.items.entries()) {
      const { snippet, statistics } = full.items[at];
      const { favoriteCount: _, ...counts } = statistics;
      expect(snippet.channelId).toBe(channel.id);
      expect(item.statistics).toEqual(counts);
      expect(item.snippet).toEqual({ publishTime: snippet.publishedAt });
      expect(item.contentDetails.duration).toMatch(/^\d+s$/);
    }
    expect((await data(path([...ids, "one-more"]))).status).toBe(400);
  });

  it("has units of its own, and is counted apart", async () => {
    await control("settings", { youtubeStatsDailyQuota: 1, youtubeDailyQuota: 2 });
    const ids = [posts[0]?.id ?? ""];
    const statuses = [];
    for (const each of [path(ids), path(ids), "channels?part=id", "channels?part=id"]) {
      statuses.push((await data(each)).status);
    }
    expect(statuses).toEqual([200, 403, 200, 200]);
    expect(await data("channels?part=id")).toMatchObject({
      status: 403,
      body: { error: { errors: [{ reason: "quotaExceeded" }] } },
    });
    const { youtube, "youtube.batchGetStats": stats } = simulator.requests();
    expect([youtube?.count, stats?.count]).toEqual([5, 2]);
  });

  it("counts less after a restatement, and more again later", async () => {
    const { id = "" } = posts.at(-1) ?? {};
    const views = async () => Number((await data(path([id]))).body.items[0].statistics.viewCount);
    const before = await views();
    await control("restate", { platform: "youtube", id, factor: 0.5 });
    expect(await views()).toBeLessThan(before);
    expect(await views()).toBeGreaterThan(0.4 * before);
  });
});

describe("comments", () => {
  it("come in pages of threads, newest first, and add up to the count with all replies", async () => {
    const post = posts
      .map(({ id }) => postOf(simulator.world, "youtube", id))
      .find(({ counts, commentsOff }) => counts.comments > 120 && !commentsOff);
    const path = `commentThreads?part=snippet,replies&maxResults=100&videoId=${post?.id}`;
    const threads = (await everyPage(path)).flat();
    const counted = threads.reduce((sum, { snippet }) => sum + snippet.totalReplyCount, 0);
    expect(threads.length + counted).toBe(post?.counts.comments);
    const dates = threads.map(({ snippet }) => snippet.topLevelComment.snippet.publishedAt);
    expect(dates).toEqual(dates.toSorted().reverse());

    const [long] = threads.filter(({ snippet }) => snippet.totalReplyCount > 5);
    expect(long.replies.comments).toHaveLength(5);
    const replies = (
      await everyPage(`comments?part=snippet&parentId=${long.id}&maxResults=6`)
    ).flat();
    expect(replies).toHaveLength(long.snippet.totalReplyCount);
    expect(replies[0].snippet).toMatchObject({
      parentId: long.id,
      likeCount: expect.any(Number),
    });
    expect(replies.slice(-5)).toEqual(long.replies.comments);
  });

  it.each([
    ["simNoComm01", 403, "commentsDisabled"],
    ["simGone0001", 404, "videoNotFound"],
  ])("of %s are refused with %i %s", async (id, status, reason) => {
    expect(await data(`commentThreads?part=snippet&videoId=${id}`)).toMatchObject({
      status,
      body: { error: { errors: [{ reason, domain: "youtube.commentThread" }] } },
    });
  });
});

describe("GET /youtube-analytics/v2/reports", () => {
  const day = (ago: number) => new Date(nowMs - ago * DAY_MS).toISOString().slice(0, 10);
  const report = (more: string, [from, to] = [day(300), day(0)]) =>
    ask(
      `youtube-analytics/v2/reports?ids=channel==MINE&startDate=${from}&endDate=${to}&metrics=views,likes,shares${more}`,
    );

  it("is a table of videos, two days behind the public counts", async () => {
    const [young, old] = [posts[0], posts.at(-1)];
    const { body } = await report(
      `&dimensions=video&filters=video==${young?.id},${old?.id},foreign`,
    );
    expect(body.columnHeaders.map(({ name }: { name: string }) => name)).toEqual([
      "video",
      "views",
      "likes",
      "shares",
    ]);
    expect(body.rows).toEqual([
      [old?.id, expect.any(Number), expect.any(Number), expect.any(Number)],
    ]);
    const { counts } = postOf(simulator.world, "youtube", old?.id ?? "");
    expect(body.rows[0][1]).toBeLessThanOrEqual(Number(counts.views));
  });

  it("tells the gains of each day, which add up to those of the whole time", async () => {
    const span: [string, string] = [day(30), day(0)];
    const { body } = await report("&dimensions=day", span);
    expect(body.rows.map(([name]: [string]) => name)).toEqual(
      Array.from({ length: 29 }, (_, at) => day(30 - at)),
    );
    const { body: whole } = await report("", span);
    for (const column of [1, 2, 3]) {
      const sum = body.rows.reduce((total: number, row: number[]) => total + (row[column] ?? 0), 0);
      expect(whole.rows[0][column - 1]).toBe(sum);
    }
  });

  it("fails whole for a metric that was retired", async () => {
    expect((await report("")).status).toBe(200);
    await control("settings", { retiredMetrics: ["youtube_analytics.shares"] });
    expect(await report("")).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining("shares") } },
    });
  });

  it("has faults of its own", async () => {
    await control("faults", [{ platform: "youtube_analytics", kind: "5xx" }]);
    expect((await report("")).status).toBe(503);
    expect((await data("channels?part=id&mine=true")).status).toBe(200);
  });

  it("has no rows where nothing is known yet", async () => {
    const { status, body } = await report("&dimensions=day", [day(1), day(0)]);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty("rows");
  });

  it.each([
    ["ids=channel==MINE&metrics=views", 400],
    ["ids=channel==MINE&startDate=2026-10-01&endDate=2026-10-02&metrics=plays", 400],
    ["ids=channel==UCsomebodyElse&startDate=2026-10-01&endDate=2026-10-02&metrics=views", 403],
  ])("refuses %s", async (search, status) => {
    expect((await ask(`youtube-analytics/v2/reports?${search}`)).status).toBe(status);
  });
});
