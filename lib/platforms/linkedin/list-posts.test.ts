import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { access, nowMs, share, startLinkedin } from "../../../tests/support/linkedin.ts";

let linkedin: Awaited<ReturnType<typeof startLinkedin>>;
beforeAll(async () => {
  linkedin = await startLinkedin();
});
afterAll(() => linkedin.close());

describe("an organization's posts", () => {
  it("are listed as they read on LinkedIn, until one was changed before the time asked for", async () => {
    const at = (iso: string) => Date.parse(iso);
    linkedin.answer(() => ({
      body: {
        elements: [
          {
            id: "urn:li:share:1",
            commentary: "New {hashtag|\\#|oats} \\(finally\\)",
            publishedAt: at("2026-10-20T10:00:00Z"),
            lastModifiedAt: at("2026-10-30T10:00:00Z"),
            content: { media: { id: "urn:li:video:1", title: "Oats" } },
          },
          {
            id: "urn:li:ugcPost:2",
            commentary: "",
            publishedAt: at("2026-10-29T10:00:00Z"),
            lastModifiedAt: at("2026-10-29T10:00:00Z"),
          },
          {
            id: "urn:li:share:3",
            lifecycleState: "DRAFT",
            lastModifiedAt: at("2026-10-29T10:00:00Z"),
          },
          {
            id: "urn:li:share:4",
            publishedAt: at("2026-08-01T10:00:00Z"),
            lastModifiedAt: at("2026-08-01T10:00:00Z"),
          },
          "odd",
        ],
        paging: { count: 5, start: 0 },
      },
    }));
    const ask = { since: "2026-10-01T00:00:00Z", cursor: null };
    const result = await linkedin.organization().listPosts(access(), ask);
    expect(result).toMatchObject({
      kind: "done",
      calls: 1,
      value: {
        cursor: null,
        posts: [
          { apiId: "urn:li:ugcPost:2", caption: "", mediaKind: "text" },
          {
            apiId: "urn:li:share:1",
            externalId: "urn:li:share:1",
            url: "https://www.linkedin.com/feed/update/urn:li:share:1/",
            caption: "New #oats (finally)",
            title: "Oats",
            mediaKind: "video",
            publishedAt: "2026-10-20T10:00:00.000Z",
          },
        ],
      },
    });
    expect(linkedin.asked[0]).toMatchObject({
      path: "/linkedin/rest/posts",
      query: "q=author&author=urn%3Ali%3Aorganization%3A42&count=50&start=0&sortBy=LAST_MODIFIED",
      headers: {
        authorization: "Bearer SECRET-TOKEN",
        "linkedin-version": "202606",
        "x-restli-protocol-version": "2.0.0",
        "x-restli-method": "FINDER",
      },
    });
  });

  it("are listed page by page until a short one", async () => {
    const all = Array.from({ length: 60 }, (_, at) => ({
      id: share(at),
      publishedAt: nowMs - at,
      lastModifiedAt: nowMs - at,
    }));
    linkedin.answer(({ query }) => {
      const start = Number(/start=(\d+)/.exec(query)?.[1]);
      return { body: { elements: all.slice(start, start + 50), paging: { count: 50, start } } };
    });
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const ask = { since: "2026-10-01T00:00:00Z", cursor };
      const page = await linkedin.organization().listPosts(access(), ask);
      if (page.kind !== "done") throw new Error(page.detail);
      ids.push(...page.value.posts.map(({ apiId }) => apiId));
      cursor = page.value.cursor;
    } while (cursor !== null);
    expect(ids).toEqual(all.map(({ id }) => id));
    expect(linkedin.asked).toHaveLength(2);
  });
});
