import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  access,
  listOf,
  measure,
  postOf,
  share,
  startLinkedin,
} from "../../../tests/support/linkedin.ts";

let linkedin: Awaited<ReturnType<typeof startLinkedin>>;
beforeAll(async () => {
  linkedin = await startLinkedin();
});
afterAll(() => linkedin.close());

const COUNTS = {
  impressionCount: 480,
  uniqueImpressionsCount: 300,
  clickCount: 9,
  likeCount: 12,
  commentCount: 3,
  shareCount: 1,
  engagement: 0.052,
};
const statistics = (urn: string, changes = {}) => ({
  organizationalEntity: "urn:li:organization:42",
  [urn.includes(":share:") ? "share" : "ugcPost"]: urn,
  totalShareStatistics: { ...COUNTS, ...changes },
});
describe("an organization's posts", () => {
  it("are measured by one call, shares and ugcPosts together", async () => {
    linkedin.answer(() => ({ body: listOf(statistics(share(1)), statistics("urn:li:ugcPost:2")) }));
    const result = await measure(linkedin.organization(), [share(1), "urn:li:ugcPost:2"]);
    if (result.kind !== "done") throw new Error(result.detail);
    expect(result).toMatchObject({ calls: 1, rejected: [], usage: null });
    expect(result.value.get(share(1))).toEqual({
      kind: "measured",
      measurements: [
        {
          source: "linkedin_org",
          metrics: {
            impressions: "480",
            reach: "300",
            views: { absent: "not_offered" },
            likes: "12",
            comments: "3",
            shares: "1",
            saves: { absent: "not_offered" },
            clicks: "9",
            video_views: { absent: "not_offered" },
          },
          definition: "linkedin_org.202606",
          payload: JSON.stringify(statistics(share(1))),
        },
      ],
    });
    expect(result.value.get("urn:li:ugcPost:2")?.kind).toBe("measured");
    expect(linkedin.asked.map(({ query }) => query)).toEqual([
      "q=organizationalEntity&organizationalEntity=urn%3Ali%3Aorganization%3A42" +
        "&shares=List(urn%3Ali%3Ashare%3A7100000000000000001)&ugcPosts=List(urn%3Ali%3AugcPost%3A2)",
    ]);
  });

  it("keeps a negative, missing or odd count apart from the others (invariant 22)", async () => {
    const odd = { likeCount: -2, clickCount: null, shareCount: "many" };
    linkedin.answer(() => ({
      body: JSON.stringify(listOf(statistics(share(1), odd))).replace("480", "9007199254740993"),
    }));
    const result = await measure(linkedin.organization(), [share(1)]);
    expect(result.kind === "done" && result.value.get(share(1))).toMatchObject({
      measurements: [
        {
          metrics: {
            impressions: "9007199254740993",
            likes: { absent: "error" },
            clicks: { absent: "error" },
            shares: { absent: "error" },
            comments: "3",
          },
          payload: expect.stringContaining('"likeCount":-2'),
        },
      ],
    });
  });

  it("lose a field that LinkedIn sends no more, and report it (invariant 18)", async () => {
    const [active, quiet] = [share(1), share(2)];
    linkedin.answer(({ path }) =>
      path.endsWith("/posts")
        ? { body: { results: { [quiet]: {} } } }
        : { body: listOf(statistics(active, { uniqueImpressionsCount: undefined })) },
    );
    const result = await measure(linkedin.organization(), [active, quiet]);
    if (result.kind !== "done") throw new Error(result.detail);
    expect(result.rejected).toEqual([
      {
        name: "uniqueImpressionsCount",
        metric: "reach",
        detail: "LinkedIn's statistics came without uniqueImpressionsCount.",
      },
    ]);
    const reachOf = (impressions: string) => ({ impressions, reach: { absent: "error" } });
    expect(result.value.get(active)).toMatchObject({ measurements: [{ metrics: reachOf("480") }] });
    expect(result.value.get(quiet)).toMatchObject({ measurements: [{ metrics: reachOf("0") }] });
  });

  it("are 0 when left out and still there, gone when not, and neither when nobody says", async () => {
    const [active, quiet, deleted, closed, broken] = [1, 2, 3, 4, 5].map(share);
    linkedin.answer(({ path }) =>
      path.endsWith("/posts")
        ? {
            body: {
              results: { [encodeURIComponent(quiet ?? "")]: { id: quiet } },
              statuses: { [closed ?? ""]: 403 },
              errors: { [deleted ?? ""]: { status: 404 }, [broken ?? ""]: { status: 500 } },
            },
          }
        : { body: listOf(statistics(active ?? "")) },
    );
    const result = await measure(linkedin.organization(), [1, 2, 3, 4, 5].map(share));
    if (result.kind !== "done") throw new Error(result.detail);
    expect(result.calls).toBe(2);
    expect([...result.value.values()].map(({ kind }) => kind).sort()).toEqual(
      ["failed", "gone", "later", "measured", "measured"].sort(),
    );
    expect(result.value.get(quiet ?? "")).toMatchObject({
      measurements: [
        {
          metrics: { impressions: "0", likes: "0", saves: { absent: "not_offered" } },
          payload: `{"statistics":null,"post":{"id":"${quiet}"}}`,
        },
      ],
    });
    expect(result.value.get(deleted ?? "")).toMatchObject({ kind: "gone" });
    expect(result.value.get(closed ?? "")).toMatchObject({ kind: "failed", code: "permission" });
    expect(result.value.get(broken ?? "")).toMatchObject({ kind: "later" });
    expect(linkedin.asked[1]?.query).toBe(
      `ids=List(${[2, 3, 4, 5].map((at) => encodeURIComponent(share(at))).join(",")})`,
    );
    expect(linkedin.asked[1]?.headers["x-restli-method"]).toBe("BATCH_GET");
  });

  it("are unknown when left out after the twelve months that statistics reach back", async () => {
    const [recent, old] = [share(1), share(2)];
    linkedin.answer(({ path }) => ({
      body: path.endsWith("/posts")
        ? { results: { [recent]: { id: recent }, [old]: { id: old } } }
        : listOf(),
    }));
    const result = await linkedin.organization().measure(access(), [
      { ...postOf(recent), publishedAt: "2025-12-01T10:00:00.000Z" },
      { ...postOf(old), publishedAt: "2025-10-01T10:00:00.000Z" },
    ]);
    if (result.kind !== "done") throw new Error(result.detail);
    expect(result.value.get(recent)).toMatchObject({
      measurements: [{ metrics: { impressions: "0", likes: "0" } }],
    });
    expect(result.value.get(old)).toMatchObject({
      measurements: [
        { metrics: { impressions: { absent: "not_offered" }, likes: { absent: "not_offered" } } },
      ],
    });
  });

  it("never become 0 because LinkedIn does not let us look them up", async () => {
    linkedin.answer(({ path }) =>
      path.endsWith("/posts")
        ? { status: 403, body: { status: 403, message: "Not enough permissions" } }
        : { body: listOf(statistics(share(1))) },
    );
    const result = await measure(linkedin.organization(), [share(1), share(2)]);
    expect(result.kind === "done" && result.value.get(share(1))?.kind).toBe("measured");
    expect(result.kind === "done" && result.value.get(share(2))).toMatchObject({
      kind: "failed",
      code: "permission",
    });
  });

  it("are asked for again when a page of statistics was full", async () => {
    linkedin.answer(({ query }) => {
      const urns = query.match(/urn%3Ali%3Ashare%3A\d+/g)?.map(decodeURIComponent) ?? [];
      return { body: listOf(...urns.slice(0, 10).map((urn) => statistics(urn))) };
    });
    const ids = Array.from({ length: 20 }, (_, at) => share(at));
    const result = await measure(linkedin.organization(), ids);
    if (result.kind !== "done") throw new Error(result.detail);
    expect([...result.value.values()].map(({ kind }) => kind)).toEqual(ids.map(() => "measured"));
    expect(linkedin.asked.map(({ path }) => path.split("/").at(-1))).toEqual(
      Array(2).fill("organizationalEntityShareStatistics"),
    );
    expect(result.calls).toBeLessThanOrEqual(linkedin.organization().callsFor(20));
  });

  it("fail alone when described in an unknown way, or known by their activity only", async () => {
    linkedin.answer(() => ({ body: listOf({ share: share(1) }, statistics(share(2))) }));
    const activity = "urn:li:activity:7100000000000000009";
    const result = await measure(linkedin.organization(), [share(1), share(2), activity]);
    if (result.kind !== "done") throw new Error(result.detail);
    expect(result.value.get(share(1))).toMatchObject({ kind: "failed", code: "provider_error" });
    expect(result.value.get(share(2))).toMatchObject({ kind: "measured" });
    expect(result.value.get(activity)).toMatchObject({
      kind: "failed",
      detail: expect.stringContaining("Copy link to post"),
    });
  });

  it("are asked for in the body of a POST when the query is too long", async () => {
    linkedin.answer(({ query }) => {
      const urns = query.match(/urn%3Ali%3Ashare%3A\d+/g)?.map(decodeURIComponent) ?? [];
      return { body: { elements: urns.map((urn) => statistics(urn)) } };
    });
    const ids = Array.from({ length: 110 }, (_, at) => share(at));
    const result = await measure(linkedin.organization(), ids);
    expect(result.kind === "done" && result.value.size).toBe(110);
    expect(linkedin.asked).toHaveLength(1);
    expect(linkedin.asked[0]).toMatchObject({
      method: "POST",
      query: expect.stringMatching(/^q=organizationalEntity&.*List\(urn%3Ali/),
      headers: {
        "x-http-method-override": "GET",
        "content-type": "application/x-www-form-urlencoded",
        "x-restli-method": "FINDER",
      },
    });
  });
});
