import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settingsAt, startAnsweringServer } from "../../../tests/support/answering-server.ts";
import { readEnv } from "../../env.ts";
import type { Login } from "../connected.ts";
import { facebookLogin } from "../facebook/login.ts";
import { instagramLogin } from "../instagram/login.ts";

let server: Awaited<ReturnType<typeof startAnsweringServer>>;
const nowMs = Date.parse("2026-11-10T10:00:00Z");
const signal = new AbortController().signal;
const exchange = (login: Login) =>
  login.exchange({
    code: "SECRET-code-1234#_",
    codeVerifier: "",
    redirectUri: "http://app/b",
    signal,
  });

beforeAll(async () => {
  server = await startAnsweringServer();
});
afterAll(() => server.close());

function logins() {
  const settings = readEnv(settingsAt(server.url));
  const options = { now: () => nowMs };
  const [facebook, instagram] = [
    facebookLogin("facebook", settings, options),
    instagramLogin(settings, options),
  ];
  if (facebook.kind !== "ready" || instagram.kind !== "ready") throw new Error("Not configured.");
  return { facebook: facebook.login, instagram: instagram.login };
}

describe("signing in at Meta", () => {
  it("asks for each scope, and sends no challenge that nobody documents", () => {
    const { facebook, instagram } = logins();
    const ask = { state: "a-state", codeChallenge: "challenge", redirectUri: "http://app/b" };
    for (const login of [facebook, instagram]) {
      const { searchParams } = login.authorizeUrl(ask);
      expect(searchParams.get("state")).toBe("a-state");
      expect(searchParams.get("scope")?.split(",")).toEqual(login.scopes.map(({ id }) => id));
      expect(searchParams.has("code_challenge")).toBe(false);
    }
  });

  it("says which setting is missing", () => {
    const settings = readEnv({
      ...settingsAt(server.url),
      FEATURE_FAKE_INSIGHTS: "false",
      META_APP_ID: "1",
    });
    expect(facebookLogin("instagram", settings)).toEqual({
      kind: "unavailable",
      detail: "META_APP_SECRET is not configured.",
    });
    expect(instagramLogin(settings)).toMatchObject({
      detail: "INSTAGRAM_APP_ID and INSTAGRAM_APP_SECRET are not configured.",
    });
  });

  it("leaves to the operator what the person cannot set right", async () => {
    server.answers(({ method }) => ({
      status: 400,
      body:
        method === "POST"
          ? {
              error_type: "OAuthException",
              code: 400,
              error_message: "Error validating client secret.",
            }
          : {
              error: {
                message: "Error validating client secret.",
                type: "OAuthException",
                code: 1,
              },
            },
    }));
    const { facebook, instagram } = logins();
    expect(await exchange(facebook)).toMatchObject({
      kind: "later",
      detail: expect.stringContaining("META_APP_ID and META_APP_SECRET"),
    });
    expect(await exchange(instagram)).toMatchObject({
      kind: "later",
      detail: expect.stringContaining("INSTAGRAM_APP_ID and INSTAGRAM_APP_SECRET"),
    });
  });

  it.each([
    [{ access_token: "T1", user_id: 17841, permissions: ["instagram_business_basic"] }],
    [{ data: [{ access_token: "T1", user_id: "17841", permissions: "instagram_business_basic" }] }],
  ])("reads Instagram's short token in either form: %j", async (short) => {
    server.answers(({ path, body }) => {
      if (path.endsWith("/oauth/access_token")) {
        expect(new URLSearchParams(body).get("code")).toBe("SECRET-code-1234");
        return { body: short };
      }
      if (path.endsWith("/access_token"))
        return { body: { access_token: "T2", expires_in: 5_184_000 } };
      return {
        body: '{"id":"7","user_id":17841400000000001,"username":"ada","account_type":"BUSINESS"}',
      };
    });
    expect(await exchange(logins().instagram)).toMatchObject({
      kind: "done",
      value: [
        {
          externalId: "17841400000000001",
          handle: "ada",
          grant: { accessToken: "T2", scopes: ["instagram_business_basic"] },
        },
      ],
    });
  });

  it("connects no personal account", async () => {
    server.answers(({ path }) => {
      if (path.endsWith("access_token")) {
        return {
          body: { access_token: "T", expires_in: 60, permissions: "instagram_business_basic" },
        };
      }
      return { body: { id: "7", username: "ada", account_type: "PERSONAL" } };
    });
    expect(await exchange(logins().instagram)).toMatchObject({ kind: "nothing" });
  });

  it("repeats no secret of a refusal", async () => {
    server.answers(({ query, body }) => {
      const code = query.get("code") ?? new URLSearchParams(body).get("code");
      const message = `Invalid code ${code} with client_secret=simulator-secret.`;
      return { status: 400, body: { error: { message, code: 100 }, error_message: message } };
    });
    for (const login of Object.values(logins())) {
      const text = JSON.stringify(await exchange(login));
      expect(text).not.toContain("SECRET-code");
      expect(text).not.toContain("simulator-secret");
    }
  });

  it("renews no Instagram token that has ended", async () => {
    const grant = {
      accessToken: "T",
      accessExpiresAt: "2026-11-10T09:59:59.000Z",
      refreshToken: null,
      reconnectBy: null,
      scopes: [],
    };
    server.answers(() => ({ body: {} }));
    expect(await logins().instagram.refresh(grant, "instagram_user", signal)).toMatchObject({
      kind: "dead",
      problem: "expired",
    });
    expect(server.asked).toHaveLength(0);
  });
});
