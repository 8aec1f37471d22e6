import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkedinSettings, nowMs, startLinkedin } from "../../../tests/support/linkedin.ts";
import { linkedinLogin } from "./login.ts";

let linkedin: Awaited<ReturnType<typeof startLinkedin>>;
beforeAll(async () => {
  linkedin = await startLinkedin();
});
afterAll(() => linkedin.close());

const { signal } = new AbortController();
const SCOPES = "openid profile r_organization_social rw_organization_admin r_member_postAnalytics";
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(nowMs + days * DAY_MS).toISOString();

function login() {
  const choice = linkedinLogin(linkedin.settings, { now: () => nowMs });
  if (choice.kind !== "ready") throw new Error(choice.detail);
  return choice.login;
}

const TOKENS = { access_token: "SECRET-A", expires_in: 60 * 86_400, scope: SCOPES };
const ROLES = {
  elements: [
    { organization: "urn:li:organization:42", role: "ADMINISTRATOR", state: "APPROVED" },
    { organizationTarget: "urn:li:organization:43", role: "ADMINISTRATOR", state: "APPROVED" },
    { organization: "urn:li:organization:44", role: "ANALYST", state: "APPROVED" },
    { organization: "urn:li:organizationBrand:45", role: "ADMINISTRATOR" },
  ],
};

type Answers = { token?: unknown; roles?: unknown; names?: unknown; person?: unknown };

/** Answers as given; a number is the status of a refusal. */
function answer(answers: Answers) {
  linkedin.answer(({ path }) => {
    const [key, fallback] = path.endsWith("/accessToken")
      ? (["token", TOKENS] as const)
      : path.endsWith("/organizationAcls")
        ? (["roles", ROLES] as const)
        : path.endsWith("/organizations")
          ? (["names", { results: { 42: { localizedName: "Oats", vanityName: "oats" } } }] as const)
          : (["person", { sub: "abc", name: "Ada", picture: "https://x.test/a.png" }] as const);
    const said = answers[key] ?? fallback;
    if (typeof said === "number") {
      return { status: said, body: { status: said, message: "Refused of SECRET-A" } };
    }
    return { body: said };
  });
}

function exchange() {
  const ask = { code: "SECRET-CODE", codeVerifier: "v", redirectUri: "https://app.test/callback" };
  return login().exchange({ ...ask, signal });
}

describe("signing in with LinkedIn", () => {
  it("asks for what Pages and members need, spaces as LinkedIn wants them", () => {
    const url = login().authorizeUrl({
      state: "state-1",
      codeChallenge: "c",
      redirectUri: "https://app.test/accounts/callback",
    });
    expect(url.search).toContain(`scope=${SCOPES.replaceAll(" ", "%20")}`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: "code",
      client_id: "client",
      redirect_uri: "https://app.test/accounts/callback",
      state: "state-1",
      scope: SCOPES,
    });
  });

  it("finds the Pages that the person administers, and the person", async () => {
    answer({});
    const grant = {
      accessToken: "SECRET-A",
      accessExpiresAt: inDays(60),
      refreshToken: null,
      reconnectBy: inDays(60),
      scopes: SCOPES.split(" "),
    };
    expect(await exchange()).toEqual({
      kind: "done",
      value: [
        {
          kind: "linkedin_organization",
          externalId: "urn:li:organization:42",
          handle: "oats",
          name: "Oats",
          avatarUrl: null,
          url: "https://www.linkedin.com/company/oats/",
          grant,
        },
        expect.objectContaining({
          externalId: "urn:li:organization:43",
          name: "LinkedIn Page 43",
          url: "https://www.linkedin.com/company/43/",
        }),
        {
          kind: "linkedin_member",
          externalId: "urn:li:person:abc",
          handle: null,
          name: "Ada",
          avatarUrl: "https://x.test/a.png",
          url: null,
          grant,
        },
      ],
    });
    expect(linkedin.asked[0]?.query).toBe(
      "grant_type=authorization_code&code=SECRET-CODE&redirect_uri=https%3A%2F%2Fapp.test%2Fcallback&client_id=client&client_secret=SECRET-CLIENT",
    );
    expect(linkedin.asked[2]?.query).toBe("ids=List(42,43)");
  });

  it("finds Pages without their names when LinkedIn keeps those", async () => {
    answer({ names: 403 });
    const result = await exchange();
    expect(result.kind === "done" && result.value.map(({ name }) => name)).toEqual([
      "LinkedIn Page 42",
      "LinkedIn Page 43",
      "Ada",
    ]);
  });

  it.each([
    ["only the member when no more was granted", "openid r_member_postAnalytics", ["person"]],
    ["only Pages when no more was granted", "openid,rw_organization_admin", ["organization"]],
  ])("finds %s", async (_what, scope, kinds) => {
    answer({ token: { ...TOKENS, scope } });
    const result = await exchange();
    if (result.kind !== "done") throw new Error(result.kind);
    expect([...new Set(result.value.map(({ externalId }) => externalId.split(":")[2]))]).toEqual(
      kinds,
    );
  });

  it.each([
    ["nothing but the name was granted", { token: { ...TOKENS, scope: "openid profile" } }],
    [
      "there are no Pages",
      { roles: { elements: [] }, token: { ...TOKENS, scope: "rw_organization_admin" } },
    ],
    ["LinkedIn refuses both", { roles: 403, person: 403 }],
  ])("says that LinkedIn's review is needed when %s", async (_why, answers) => {
    answer(answers);
    expect(await exchange()).toMatchObject({
      kind: "nothing",
      detail: expect.stringContaining("Community Management API"),
    });
  });

  it.each([
    [{ roles: 401 }, { kind: "dead", problem: "expired" }],
    [{ roles: 429 }, { kind: "later", afterSeconds: 35 }],
    [{ roles: 426 }, { kind: "later", detail: expect.stringContaining("LINKEDIN_VERSION") }],
    [{ roles: { odd: true } }, { kind: "later" }],
    [{ person: {} }, { kind: "later" }],
    [{ person: 500 }, { kind: "later" }],
    [{ token: { error: "invalid_grant" } }, { kind: "dead", problem: "refresh_failed" }],
  ])("comes to nothing half done: %j", async (answers, expected) => {
    answer(answers);
    const result = await exchange();
    expect(result).toMatchObject(expected);
    expect(JSON.stringify(result)).not.toContain("SECRET");
  });
});

it("is unavailable without its settings, and names them", () => {
  const settings = linkedinSettings({ LINKEDIN_CLIENT_ID: "", LINKEDIN_CLIENT_SECRET: "" });
  expect(linkedinLogin(settings)).toEqual({
    kind: "unavailable",
    detail: "LINKEDIN_CLIENT_ID and LINKEDIN_CLIENT_SECRET are not configured.",
  });
});
