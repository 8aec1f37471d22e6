import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accountPostOf } from "./posts.ts";
import { startSimulator } from "./start-simulator.ts";

const START_MS = Date.parse("2026-11-01T07:30:00Z");
const REDIRECT = "http://127.0.0.1/back";
const SCOPES = [
  "openid",
  "profile",
  "email",
  "r_organization_social",
  "rw_organization_admin",
  "r_member_postAnalytics",
];

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let nowMs = START_MS;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => nowMs });
});
beforeEach(async () => {
  nowMs = START_MS;
  await fetch(`${simulator.url}/_control/reset`, { method: "POST" });
});
afterAll(() => simulator.close());

const accountBy = (handle: string) => {
  const account = simulator.book.accounts.find(
    (each) => each.platform === "linkedin" && each.handle === handle,
  );
  if (!account) throw new Error("The book has no such account.");
  return account;
};
const page = () => accountBy("papertrail.maps");
const member = () => accountBy("northlight.studio");
const postsOf = (account: ReturnType<typeof page>) => simulator.book.postsOf(account, nowMs);
const encoded = encodeURIComponent;
const list = (urns: string[]) => `List(${urns.map(encoded).join(",")})`;

async function tokens(given: Record<string, string>) {
  const answer = await fetch(`${simulator.url}/linkedin/oauth/v2/accessToken`, {
    method: "POST",
    body: new URLSearchParams({ client_id: "app", client_secret: "secret", ...given }),
  });
  return { status: answer.status, body: await answer.json() };
}

function signIn(accounts = [page(), member()], scopes = SCOPES) {
  const code = simulator.grants.issueCode({
    server: "linkedin",
    accounts,
    scopes,
    redirectUri: REDIRECT,
    codeChallenge: null,
    offline: false,
  });
  return tokens({ grant_type: "authorization_code", code, redirect_uri: REDIRECT });
}

const HEADERS = { "linkedin-version": "202606", "x-restli-protocol-version": "2.0.0" };

async function rest(path: string, headers: Record<string, string> = {}, init: RequestInit = {}) {
  const authorization = headers.authorization ?? `Bearer ${(await signIn()).body.access_token}`;
  const all = Object.entries({ ...HEADERS, authorization, ...headers }).filter(
    ([, value]) => value,
  );
  const url = `${simulator.url}/linkedin/rest/${path}`;
  const answer = await fetch(url, { ...init, headers: Object.fromEntries(all) });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

const finder = { "x-restli-method": "FINDER" };
const batchGet = { "x-restli-method": "BATCH_GET" };

async function limited(without: string) {
  const { body } = await signIn(
    [page(), member()],
    SCOPES.filter((scope) => scope !== without),
  );
  return `Bearer ${body.access_token}`;
}

describe("LinkedIn's OAuth server", () => {
  it("gives an access token for sixty days, and one to refresh it for a year that grows no longer", async () => {
    const { body } = await signIn();
    expect(body).toMatchObject({
      expires_in: 5_184_000,
      refresh_token_expires_in: 365 * 86_400,
      scope: SCOPES.join(","),
    });
    nowMs += 100 * 86_400_000;
    const refresh = { grant_type: "refresh_token", refresh_token: body.refresh_token };
    expect((await tokens(refresh)).body).toMatchObject({
      refresh_token: body.refresh_token,
      refresh_token_expires_in: 265 * 86_400,
    });
    nowMs += 266 * 86_400_000;
    expect(await tokens(refresh)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });

  it("gives members alone no refresh token", async () => {
    expect((await signIn([member()])).body).not.toHaveProperty("refresh_token");
  });

  it("forgets what is revoked", async () => {
    const { body } = await signIn();
    const form = new URLSearchParams({ token: body.access_token });
    await fetch(`${simulator.url}/linkedin/oauth/v2/revoke`, { method: "POST", body: form });
    const authorization = `Bearer ${body.access_token}`;
    const { body: refused } = await rest("organizationAcls?q=roleAssignee", { authorization });
    expect(refused.serviceErrorCode).toBe(65601);
  });

  it("says who signed in", async () => {
    const headers = { authorization: `Bearer ${(await signIn()).body.access_token}` };
    const answer = await fetch(`${simulator.url}/linkedin/v2/userinfo`, { headers });
    expect(await answer.json()).toMatchObject({
      sub: member().id.replace("urn:li:person:", ""),
      name: "Northlight Studio",
      given_name: "Northlight",
    });
  });
});

describe("refusals of LinkedIn's API", () => {
  const path = "organizationAcls?q=roleAssignee";

  it.each([
    ["expire", 65602, "EXPIRED_ACCESS_TOKEN"],
    ["revoke", 65601, "REVOKED_ACCESS_TOKEN"],
  ] as const)("tell a token after %s by its number", async (how, serviceErrorCode, code) => {
    const authorization = `Bearer ${(await signIn()).body.access_token}`;
    simulator.grants.end("linkedin", page().id, how);
    expect(await rest(path, { authorization })).toMatchObject({
      status: 401,
      body: { status: 401, serviceErrorCode, code },
    });
  });

  it("do not know a made-up token", async () => {
    expect(await rest(path, { authorization: "Bearer nobody" })).toMatchObject({
      status: 401,
      body: { serviceErrorCode: 65600, code: "INVALID_ACCESS_TOKEN" },
    });
  });

  it.each([
    ["", 400, "VERSION_MISSING"],
    ["202505", 426, "NONEXISTENT_VERSION"],
    ["202701", 426, "NONEXISTENT_VERSION"],
    ["v2", 426, "NONEXISTENT_VERSION"],
  ])("answer the version %j with %i", async (version, status, code) => {
    simulator.settings.deadLinkedinVersions = ["202505"];
    expect(await rest(path, { "linkedin-version": version })).toMatchObject({
      status,
      body: { status, code },
    });
  });

  it("want the protocol's version", async () => {
    expect((await rest(path, { "x-restli-protocol-version": "" })).status).toBe(400);
  });

  it("count days without saying when they end", async () => {
    simulator.faults.set([{ platform: "linkedin", kind: "quota", rate: 1, delaySeconds: 5 }]);
    const authorization = "Bearer any";
    const { status, headers, body } = await rest(path, { authorization });
    expect({ status, body }).toEqual({
      status: 429,
      body: {
        status: 429,
        serviceErrorCode: 101,
        code: "TOO_MANY_REQUESTS",
        message:
          "Resource level throttle APPLICATION DAY limit for calls to this resource is reached.",
      },
    });
    expect(headers.get("retry-after")).toBeNull();
  });

  it("need a role in the Page, a scope, and a post that is there", async () => {
    const other = accountBy("harbor.oats");
    const author = `posts?q=author&author=${encoded(other.id)}`;
    expect(await rest(author, finder)).toMatchObject({
      status: 403,
      body: { serviceErrorCode: 100, code: "ACCESS_DENIED" },
    });
    const [post] = postsOf(page());
    simulator.gone.add(`linkedin ${post?.apiId}`);
    expect(await rest(`posts/${encoded(post?.apiId ?? "")}`)).toMatchObject({
      status: 404,
      body: { code: "NOT_FOUND" },
    });
    expect((await rest("nothing")).status).toBe(404);
  });
});

describe("Rest.li's encoding", () => {
  const statistics = () =>
    `organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${encoded(page().id)}`;
  const share = () => postsOf(page()).find(({ id }) => id.includes(":share:"))?.id ?? "";

  it.each([
    [
      "a list as URLSearchParams writes it",
      () => `${new URLSearchParams({ shares: `List(${share()})` })}`,
      "shares",
    ],
    ["URNs encoded twice", () => `shares=${list([encoded(share())])}`, "shares"],
    ["URNs that are not encoded", () => `shares=List(${share()})`, "shares"],
    ["a list that is not closed", () => `shares=List(${encoded(share())}`, "shares"],
    ["one URN instead of a list", () => `shares=${encoded(share())}`, "shares"],
    ["a ugcPost among shares", () => `shares=${list(["urn:li:ugcPost:1"])}`, "shares"],
    ["an unknown parameter", () => "x=1", "x"],
  ])("is refused with %s", async (_, query, fieldPath) => {
    expect(await rest(`${statistics()}&${query()}`)).toMatchObject({
      status: 400,
      body: {
        status: 400,
        errorDetailType: "com.linkedin.common.error.BadRequest",
        errorDetails: {
          inputErrors: [{ code: "QUERY_PARAM_NOT_ALLOWED", input: { inputPath: { fieldPath } } }],
        },
      },
    });
  });

  it("is refused as URLSearchParams writes it, and with a path that is not encoded", async () => {
    const asForm = new URLSearchParams({ ids: `List(${share()})` });
    expect((await rest(`posts?${asForm}`, batchGet)).status).toBe(400);
    expect((await rest(`posts/${share()}`)).status).toBe(400);
  });

  it("is the same in the body of a POST, where long queries have to be", async () => {
    const shares = Array.from({ length: 120 }, (_, at) => `urn:li:share:7${at}00000000000000000`);
    const long = `${statistics().split("?")[1]}&shares=${list([share(), ...shares])}`;
    const path = "organizationalEntityShareStatistics";
    expect((await rest(`${path}?${long}`)).status).toBe(414);
    const { status, body } = await rest(
      path,
      {
        "x-http-method-override": "GET",
        "content-type": "application/x-www-form-urlencoded",
      },
      { method: "POST", body: long },
    );
    expect(status).toBe(200);
    expect(body.elements.map((element: { share: string }) => element.share)).toEqual([share()]);
  });
});

describe("an organization", () => {
  it("is found by role, and named", async () => {
    const { body } = await rest("organizationAcls?q=roleAssignee&state=APPROVED");
    expect(body.elements).toEqual([
      {
        role: "ADMINISTRATOR",
        organization: page().id,
        roleAssignee: member().id,
        state: "APPROVED",
      },
    ]);
    const number = page().id.split(":").at(-1) ?? "";
    const named = { id: Number(number), localizedName: "Papertrail Maps" };
    expect((await rest(`organizations/${number}`)).body).toMatchObject(named);
    const many = await rest(`organizations?ids=List(${number},7)`, batchGet);
    expect(many.body).toMatchObject({
      results: { [number]: named },
      errors: { 7: { status: 404 } },
    });
  });

  it("lists its posts until a page is short, with hashtags as templates", async () => {
    const author = `posts?q=author&author=${encoded(page().id)}&sortBy=LAST_MODIFIED`;
    const ids: string[] = [];
    let text = "";
    for (let start = 0; ; start += 30) {
      const { body } = await rest(`${author}&count=30&start=${start}`, finder);
      expect(body.paging).toMatchObject({ start, count: 30 });
      for (const { id, commentary } of body.elements) {
        ids.push(id);
        text += commentary;
      }
      if (body.elements.length < 30) break;
    }
    expect(ids).toEqual(postsOf(page()).map(({ id }) => id));
    expect(text).toContain("{hashtag|\\#|");
    expect((await rest(author)).status).toBe(400);
    const withoutScope = { ...finder, authorization: await limited("r_organization_social") };
    expect((await rest(author, withoutScope)).status).toBe(403);
  });

  it("tells which of several posts are there", async () => {
    const [first] = postsOf(page());
    const ids = [first?.id ?? "", "urn:li:share:1"];
    const { body } = await rest(`posts?ids=${list(ids)}`, batchGet);
    expect(Object.keys(body.results)).toEqual([first?.id]);
    expect(body.statuses).toEqual({ [`${first?.id}`]: 200, "urn:li:share:1": 404 });
  });

  it("counts what happened to its posts, and leaves out those without activity", async () => {
    // The very moment at which a post appears.
    const [quiet] = simulator.book
      .postsOf(page(), Number.POSITIVE_INFINITY)
      .filter(({ publishedMs }) => publishedMs > START_MS)
      .slice(-1);
    nowMs = quiet?.publishedMs ?? 0;
    const busy = postsOf(page())
      .filter((own) => accountPostOf(simulator, own).counts.views > 0n)
      .slice(0, 6);
    const asked = [...busy.map(({ id }) => id), `${quiet?.id}`];
    const ofKind = (kind: string) => list(asked.filter((id) => id.includes(`:${kind}:`)));
    const path = `organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${encoded(page().id)}`;
    const both = `${path}&shares=${ofKind("share")}&ugcPosts=${ofKind("ugcPost")}`;
    const { body } = await rest(both, finder);
    const named = body.elements.map(
      (each: { share?: string; ugcPost?: string }) => each.share ?? each.ugcPost,
    );
    expect(named.toSorted()).toEqual(busy.map(({ id }) => id).toSorted());
    const { totalShareStatistics: counts } = body.elements[0];
    expect(counts.uniqueImpressionsCount).toBeLessThanOrEqual(counts.impressionCount);
    expect(Object.keys(counts)).toEqual([
      "impressionCount",
      "uniqueImpressionsCount",
      "clickCount",
      "likeCount",
      "commentCount",
      "shareCount",
      "engagement",
    ]);
    const whole = await rest(path, finder);
    expect(whole.body.elements).toHaveLength(1);
    expect(whole.body.elements[0].totalShareStatistics.impressionCount).toBeGreaterThan(
      counts.impressionCount,
    );
    const authorization = await limited("rw_organization_admin");
    expect((await rest(both, { ...finder, authorization })).status).toBe(403);
    simulator.gone.add(`linkedin ${busy[0]?.id}`);
    expect((await rest(both, finder)).body.elements).toHaveLength(busy.length - 1);
    expect(simulator.requests()["linkedin.shareStatistics"]?.count).toBe(4);
  });

  it("has comments and reactions", async () => {
    const [post] = postsOf(page()).filter(
      (own) => accountPostOf(simulator, own).counts.comments > 3,
    );
    const urn = encoded(post?.id ?? "");
    const { body } = await rest(`socialMetadata/${urn}`);
    expect(body).toMatchObject({
      entity: post?.id,
      commentsState: expect.stringMatching(/^(OPEN|CLOSED)$/),
      reactionSummaries: { LIKE: { reactionType: "LIKE", count: expect.any(Number) } },
    });
    const many = await rest(
      `socialMetadata?ids=${list([post?.id ?? "", "urn:li:share:1"])}`,
      batchGet,
    );
    expect(many.body.results[post?.id ?? ""]).toEqual(body);
    expect(many.body.errors["urn:li:share:1"].status).toBe(404);
    const comments = await rest(`socialActions/${urn}/comments?start=0&count=2`);
    expect(comments.body.elements).toHaveLength(2);
    const oldest = await rest(
      `socialActions/${urn}/comments?start=${body.commentSummary.topLevelCount - 1}&count=2`,
    );
    const [top] = oldest.body.elements;
    expect(oldest.body.elements).toHaveLength(1);
    // RFC 3986 leaves parentheses alone, Rest.li does not.
    const commentUrn = encoded(top.commentUrn).replaceAll("(", "%28").replaceAll(")", "%29");
    const replies = await rest(`socialActions/${commentUrn}/comments`);
    expect(replies.body.elements[0]).toMatchObject({ parentComment: top.commentUrn });
  });
});

describe("a member", () => {
  const [share, ugc] = [":share:", ":ugcPost:"];
  const post = (kind: string) =>
    postsOf(member()).find(
      (own) => own.id.includes(kind) && accountPostOf(simulator, own).counts.views > 0n,
    )?.id ?? "";
  const ask = (queryType: string, headers = {}, entity = `(share:${encoded(post(`${share}`))})`) =>
    rest(
      `memberCreatorPostAnalytics?q=entity&entity=${entity}&queryType=${queryType}&aggregation=TOTAL`,
      { ...finder, ...headers },
    );

  it("reads one number at a time, of a share or a ugcPost", async () => {
    const { body } = await ask("IMPRESSION");
    expect(body.elements).toEqual([
      {
        targetEntity: { share: post(`${share}`) },
        metricType: "IMPRESSION",
        count: expect.any(Number),
      },
    ]);
    const reached = await ask("MEMBERS_REACHED");
    expect(reached.body.elements[0].count).toBeLessThanOrEqual(body.elements[0].count);
    const other = await ask("POST_SAVE", {}, `(ugc:${encoded(post(`${ugc}`))})`);
    expect(other.body.elements[0].targetEntity).toEqual({ ugc: post(`${ugc}`) });
  });

  it("reads the metric as an object before 202605", async () => {
    const { body } = await ask("REACTION", { "linkedin-version": "202604" });
    expect(body.elements[0].metricType).toEqual({
      "com.linkedin.adsexternalapi.memberanalytics.v1.CreatorPostAnalyticsMetricTypeV1": "REACTION",
    });
  });

  it.each([
    ["an unknown metric", () => ask("VIEWS"), 400],
    ["a metric of a newer version", () => ask("POST_SAVE", { "linkedin-version": "202602" }), 400],
    ["a ugcPost called a share", () => ask("COMMENT", {}, "(share:urn%3Ali%3AugcPost%3A1)"), 400],
    ["an entity whose URN is not encoded", () => ask("COMMENT", {}, "(share:urn:li:share:1)"), 400],
    ["a post that is not there", () => ask("COMMENT", {}, "(share:urn%3Ali%3Ashare%3A1)"), 404],
  ])("is refused %s", async (_, call, status) => {
    expect((await call()).status).toBe(status);
  });

  it("is refused a retired metric by name, and everything without the scope", async () => {
    simulator.settings.retiredMetrics = ["POST_SAVE"];
    const { status, body } = await ask("POST_SAVE");
    expect(status).toBe(400);
    expect(body.errorDetails.inputErrors[0].input.inputPath.fieldPath).toBe("queryType");
    const authorization = await limited("r_member_postAnalytics");
    expect((await ask("IMPRESSION", { authorization })).status).toBe(403);
  });

  it("cannot list posts: that scope is closed", async () => {
    const path = `posts?q=author&author=${encoded(member().id)}`;
    expect((await rest(path, finder)).status).toBe(403);
  });
});
