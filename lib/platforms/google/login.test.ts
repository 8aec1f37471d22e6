import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Answering,
  settingsAt,
  startAnsweringServer,
} from "../../../tests/support/answering-server.ts";
import { readEnv } from "../../env.ts";
import { loginFor } from "../account-registry.ts";
import type { Grant } from "../connected.ts";
import { youtubeLogin } from "./login.ts";

const nowMs = Date.parse("2026-11-20T10:00:00Z");
const READING = "https://www.googleapis.com/auth/youtube.readonly";
const ANALYTICS = "https://www.googleapis.com/auth/yt-analytics.readonly";
const signal = new AbortController().signal;

let server: Awaited<ReturnType<typeof startAnsweringServer>>;
beforeAll(async () => {
  server = await startAnsweringServer();
});
afterAll(() => server.close());

function login() {
  const choice = loginFor("youtube", readEnv(settingsAt(server.url)), { now: () => nowMs });
  if (choice.kind !== "ready") throw new Error(choice.detail);
  return choice.login;
}

const redirectUri = "https://app.test/callback";
const exchange = () =>
  login().exchange({ code: "SECRET-code", codeVerifier: "SECRET-verifier", redirectUri, signal });

const tokens = { access_token: "A", expires_in: 3599, scope: READING, token_type: "Bearer" };
const channel = {
  id: "UCabc",
  snippet: {
    title: "Acme",
    customUrl: "@acme",
    thumbnails: { default: { url: "https://i.test/a.jpg", width: 88 } },
  },
};

function answers(token: Answering, channels: Answering = { body: { items: [channel] } }) {
  server.answers(({ path }) => (path.endsWith("/token") ? token : channels));
}

const form = (at = 0) => Object.fromEntries(new URLSearchParams(server.asked[at]?.body));

const grant: Grant = {
  accessToken: "SECRET-old",
  accessExpiresAt: "2026-11-20T09:00:00.000Z",
  refreshToken: "SECRET-refresh",
  reconnectBy: null,
  scopes: [READING],
};

describe("connecting a channel", () => {
  it("asks for consent that lasts, with PKCE, and for no right to write", () => {
    const url = login().authorizeUrl({ state: "S", codeChallenge: "C", redirectUri });
    expect(url.pathname).toBe("/google/o/oauth2/v2/auth");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: "simulator",
      redirect_uri: redirectUri,
      response_type: "code",
      scope: `${READING} ${ANALYTICS}`,
      state: "S",
      code_challenge: "C",
      code_challenge_method: "S256",
      access_type: "offline",
      prompt: "consent",
    });
  });

  it("exchanges the code and finds the channel that it opens", async () => {
    answers({ body: { ...tokens, refresh_token: "R" } });
    expect(await exchange()).toEqual({
      kind: "done",
      value: [
        {
          kind: "youtube_channel",
          externalId: "UCabc",
          handle: "acme",
          name: "Acme",
          avatarUrl: "https://i.test/a.jpg",
          url: "https://www.youtube.com/channel/UCabc",
          grant: {
            accessToken: "A",
            accessExpiresAt: "2026-11-20T10:59:59.000Z",
            refreshToken: "R",
            reconnectBy: null,
            scopes: [READING],
          },
        },
      ],
    });
    expect(form()).toEqual({
      grant_type: "authorization_code",
      code: "SECRET-code",
      code_verifier: "SECRET-verifier",
      redirect_uri: redirectUri,
      client_id: "simulator",
      client_secret: "simulator-secret",
    });
    expect(server.asked[1]?.query.get("mine")).toBe("true");
  });

  it.each<[string, Answering, Answering | undefined, object]>([
    ["no channel", { body: tokens }, { body: { pageInfo: {} } }, { kind: "nothing" }],
    [
      "no channel, said otherwise",
      { body: tokens },
      { status: 401, body: { error: { errors: [{ reason: "youtubeSignupRequired" }] } } },
      { kind: "nothing" },
    ],
    [
      "the scope taken away",
      { body: { ...tokens, scope: ANALYTICS } },
      undefined,
      { kind: "dead", problem: "scope_missing" },
    ],
    [
      "a used code",
      { status: 400, body: { error: "invalid_grant", error_description: "SECRET-code is bad" } },
      undefined,
      { kind: "dead", problem: "refresh_failed" },
    ],
    ["the quota spent", { body: tokens }, { status: 429, body: {} }, { kind: "later" }],
    ["Google out of order", { status: 500, body: "" }, undefined, { kind: "later" }],
  ])("says what to do with %s", async (_, token, channels, expected) => {
    answers(token, channels);
    const result = await exchange();
    expect(result).toMatchObject({ ...expected, detail: expect.stringMatching(/\.$/) });
    expect(JSON.stringify(result)).not.toContain("SECRET");
  });

  it("names the setting that is missing", () => {
    const settings = readEnv({ ...settingsAt(server.url), FEATURE_FAKE_INSIGHTS: "false" });
    expect(youtubeLogin({ ...settings, GOOGLE_CLIENT_ID: "id" })).toEqual({
      kind: "unavailable",
      detail: "GOOGLE_CLIENT_SECRET is not configured.",
    });
  });
});

describe("keeping a channel connected", () => {
  it("keeps the refresh token, of which Google sends no new one", async () => {
    answers({ body: tokens });
    expect(await login().refresh(grant, "youtube_channel", signal)).toEqual({
      kind: "done",
      value: { ...grant, accessToken: "A", accessExpiresAt: "2026-11-20T10:59:59.000Z" },
    });
    expect(form()).toMatchObject({ grant_type: "refresh_token", refresh_token: "SECRET-refresh" });
  });

  it("knows when a test client's sign-in ends", async () => {
    answers({ body: { ...tokens, refresh_token: "R2", refresh_token_expires_in: 604800 } });
    expect(await login().refresh(grant, "youtube_channel", signal)).toMatchObject({
      value: { refreshToken: "R2", reconnectBy: "2026-11-27T10:00:00.000Z" },
    });
  });

  it("says that a withdrawn sign-in is dead, and what to do", async () => {
    answers({ status: 400, body: { error: "invalid_grant", error_description: "Revoked." } });
    expect(await login().refresh(grant, "youtube_channel", signal)).toEqual({
      kind: "dead",
      problem: "refresh_failed",
      detail: expect.stringContaining("Connect the account again."),
    });
  });

  it("does not ask without a refresh token", async () => {
    answers({ body: tokens });
    const result = await login().refresh(
      { ...grant, refreshToken: null },
      "youtube_channel",
      signal,
    );
    expect(result).toMatchObject({ kind: "dead", problem: "expired" });
    expect(server.asked).toEqual([]);
  });
});
