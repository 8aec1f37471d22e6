import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Answering,
  type Asked,
  settingsAt,
  startAnsweringServer,
} from "../../../tests/support/answering-server.ts";
import { readEnv } from "../../env.ts";
import { loginFor } from "../account-registry.ts";
import type { Grant } from "../connected.ts";
import { codeChallengeOf } from "../oauth/code-challenge.ts";
import { tiktokLogin } from "./login.ts";

const nowMs = Date.parse("2026-11-20T10:00:00Z");
const signal = new AbortController().signal;
const redirectUri = "https://app.test/callback";

let server: Awaited<ReturnType<typeof startAnsweringServer>>;
beforeAll(async () => {
  server = await startAnsweringServer();
});
afterAll(() => server.close());

function login() {
  const choice = loginFor("tiktok", readEnv(settingsAt(server.url)), { now: () => nowMs });
  if (choice.kind !== "ready") throw new Error(choice.detail);
  return choice.login;
}

const exchange = () =>
  login().exchange({ code: "SECRET-code", codeVerifier: "SECRET-verifier", redirectUri, signal });

const tokens = {
  access_token: "A",
  expires_in: 86400,
  open_id: "open-id",
  refresh_token: "R2",
  refresh_expires_in: 31536000,
  scope: "user.info.basic,video.list",
  token_type: "Bearer",
};
const user = { open_id: "open-id", display_name: "Acme", avatar_url: "https://p.test/a.jpg" };
const ok = (data: unknown): Answering => ({ body: { data, error: { code: "ok", message: "" } } });

function answers(token: Answering, info: Answering | ((asked: Asked) => Answering) = ok({ user })) {
  server.answers((asked) => {
    if (asked.path.endsWith("/oauth/token/")) return token;
    return typeof info === "function" ? info(asked) : info;
  });
}

const form = (at = 0) => Object.fromEntries(new URLSearchParams(server.asked[at]?.body));

const grant: Grant = {
  accessToken: "SECRET-old",
  accessExpiresAt: "2026-11-20T09:00:00.000Z",
  refreshToken: "SECRET-refresh",
  reconnectBy: "2027-01-01T00:00:00.000Z",
  scopes: ["user.info.basic", "video.list"],
};

describe("connecting a TikTok account", () => {
  it("asks for consent in TikTok's own words, with the challenge in hex", () => {
    const codeChallenge = codeChallengeOf("a-verifier");
    const url = login().authorizeUrl({ state: "S", codeChallenge, redirectUri });
    expect(url.pathname).toBe("/tiktok/v2/auth/authorize/");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_key: "simulator",
      scope: "user.info.basic,user.info.profile,user.info.stats,video.list",
      response_type: "code",
      redirect_uri: redirectUri,
      state: "S",
      code_challenge: createHash("sha256").update("a-verifier").digest("hex"),
      code_challenge_method: "S256",
    });
  });

  it("exchanges the code and asks for what was allowed of the account", async () => {
    answers({ body: tokens });
    expect(await exchange()).toEqual({
      kind: "done",
      value: [
        {
          kind: "tiktok_user",
          externalId: "open-id",
          handle: null,
          name: "Acme",
          avatarUrl: "https://p.test/a.jpg",
          url: null,
          grant: {
            accessToken: "A",
            accessExpiresAt: "2026-11-21T10:00:00.000Z",
            refreshToken: "R2",
            reconnectBy: "2027-11-20T10:00:00.000Z",
            scopes: ["user.info.basic", "video.list"],
          },
        },
      ],
    });
    expect(form()).toEqual({
      grant_type: "authorization_code",
      code: "SECRET-code",
      code_verifier: "SECRET-verifier",
      redirect_uri: redirectUri,
      client_key: "simulator",
      client_secret: "simulator-secret",
    });
    expect(server.asked[1]).toMatchObject({ method: "GET", path: "/tiktok/v2/user/info/" });
    expect(server.asked[1]?.query.get("fields")).toBe("open_id,union_id,avatar_url,display_name");
  });

  it("names the account by its user name where the profile was allowed", async () => {
    const scope = "user.info.basic,user.info.profile,video.list";
    answers({ body: { ...tokens, scope } }, ok({ user: { ...user, username: "acme" } }));
    expect(await exchange()).toMatchObject({
      value: [{ handle: "acme", url: "https://www.tiktok.com/@acme" }],
    });
    expect(server.asked[1]?.query.get("fields")).toContain("username,profile_deep_link");
  });

  it("makes do with the basic fields where the others need more scope", async () => {
    const scope = "user.info.basic,user.info.profile,video.list";
    answers({ body: { ...tokens, scope } }, ({ query }) =>
      query.get("fields")?.includes("username")
        ? { status: 400, body: { error: { code: "scope_permission_missed", message: "No." } } }
        : ok({ user }),
    );
    expect(await exchange()).toMatchObject({ kind: "done", value: [{ name: "Acme" }] });
  });

  it.each<[string, Answering, Answering | undefined, object]>([
    [
      "a used code, refused with status 200",
      { body: { error: "invalid_grant", error_description: "SECRET-code is bad", log_id: "1" } },
      undefined,
      { kind: "dead", problem: "refresh_failed" },
    ],
    [
      "no access to the posts",
      { body: { ...tokens, scope: "user.info.basic" } },
      undefined,
      { kind: "dead", problem: "scope_missing", detail: expect.stringContaining("video.list") },
    ],
    [
      "a client key that is not known",
      { body: { error: "invalid_client", error_description: "No", log_id: "1" } },
      undefined,
      { kind: "later", detail: expect.stringContaining("TIKTOK_CLIENT_KEY") },
    ],
    [
      "too many questions",
      { body: tokens },
      { status: 429, body: { error: { code: "rate_limit_exceeded" } } },
      { kind: "later", afterSeconds: 60 },
    ],
    ["an unknown answer", { body: tokens }, ok({ user: {} }), { kind: "later" }],
    ["TikTok out of order", { status: 500, body: "" }, undefined, { kind: "later" }],
  ])("says what to do with %s", async (_, token, info, expected) => {
    answers(token, info);
    const result = await exchange();
    expect(result).toMatchObject({ detail: expect.stringMatching(/\.$/), ...expected });
    expect(JSON.stringify(result)).not.toContain("SECRET-");
  });

  it("names the settings that are missing", () => {
    const settings = readEnv({ ...settingsAt(server.url), FEATURE_FAKE_INSIGHTS: "false" });
    expect(tiktokLogin(settings)).toEqual({
      kind: "unavailable",
      detail: "TIKTOK_CLIENT_KEY and TIKTOK_CLIENT_SECRET are not configured.",
    });
  });
});

describe("keeping a TikTok account connected", () => {
  it("hands on the rotated refresh token and its own end", async () => {
    answers({ body: tokens });
    expect(await login().refresh(grant, "tiktok_user", signal)).toEqual({
      kind: "done",
      value: {
        accessToken: "A",
        accessExpiresAt: "2026-11-21T10:00:00.000Z",
        refreshToken: "R2",
        reconnectBy: "2027-11-20T10:00:00.000Z",
        scopes: ["user.info.basic", "video.list"],
      },
    });
    expect(form()).toEqual({
      grant_type: "refresh_token",
      refresh_token: "SECRET-refresh",
      client_key: "simulator",
      client_secret: "simulator-secret",
    });
  });

  it("keeps the old one where none is sent", async () => {
    answers({ body: { access_token: "A", expires_in: 86400 } });
    expect(await login().refresh(grant, "tiktok_user", signal)).toMatchObject({
      value: { refreshToken: "SECRET-refresh", reconnectBy: grant.reconnectBy },
    });
  });

  it("says that a withdrawn sign-in is dead, with status 200 too", async () => {
    answers({ body: { error: "invalid_grant", error_description: "Expired.", log_id: "1" } });
    expect(await login().refresh(grant, "tiktok_user", signal)).toMatchObject({
      kind: "dead",
      problem: "refresh_failed",
    });
  });
});
