import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startSimulator } from "./start-simulator.ts";
import { walkConsent } from "./walk-consent.ts";

const BACK = "https://app.example/back";
const VERIFIER = "v".repeat(43);
const SCOPES = ["youtube.readonly", "yt-analytics.readonly"].map(
  (name) => `https://www.googleapis.com/auth/${name}`,
);
const CLIENT = { client_id: "simulator", client_secret: "simulator-secret" };

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let nowMs = Date.parse("2026-11-01T07:30:00Z");

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => nowMs });
});
beforeEach(() => control("reset"));
afterAll(() => simulator.close());

const control = async (path: string, body: unknown = {}) =>
  (
    await fetch(`${simulator.url}/_control/${path}`, { method: "POST", body: JSON.stringify(body) })
  ).json();

async function codeOf(changes: Record<string, string> = {}) {
  const url = new URL(`${simulator.url}/google/o/oauth2/v2/auth`);
  const asked = {
    client_id: "simulator",
    response_type: "code",
    redirect_uri: BACK,
    scope: SCOPES.join(" "),
    access_type: "offline",
    code_challenge: createHash("sha256").update(VERIFIER).digest("base64url"),
    code_challenge_method: "S256",
    ...changes,
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return (await walkConsent(url)).searchParams.get("code") ?? "";
}

async function post(path: string, form: Record<string, string>) {
  const body = new URLSearchParams({ ...CLIENT, ...form });
  const answer = await fetch(`${simulator.url}/google/${path}`, { method: "POST", body });
  return { status: answer.status, body: await answer.json() };
}

const exchange = (code: string, changes: Record<string, string> = {}) =>
  post("token", {
    grant_type: "authorization_code",
    code,
    redirect_uri: BACK,
    code_verifier: VERIFIER,
    ...changes,
  });
const refresh = (token: string) =>
  post("token", { grant_type: "refresh_token", refresh_token: token });
const mine = async (token: string) =>
  (
    await fetch(`${simulator.url}/youtube/v3/channels?part=id&mine=true`, {
      headers: { authorization: `Bearer ${token}` },
    })
  ).status;

const DEAD = { status: 400, body: { error: "invalid_grant" } };

it("exchanges a code once, with its verifier and address", async () => {
  const code = await codeOf();
  expect(await exchange(code)).toEqual({
    status: 200,
    body: {
      access_token: expect.any(String),
      expires_in: 3599,
      refresh_token: expect.any(String),
      scope: SCOPES.join(" "),
      token_type: "Bearer",
    },
  });
  expect(await exchange(code)).toMatchObject(DEAD);
  expect(await exchange(await codeOf(), { code_verifier: "w".repeat(43) })).toMatchObject(DEAD);
  expect(await exchange(await codeOf(), { redirect_uri: `${BACK}/` })).toMatchObject(DEAD);
  expect(await exchange(await codeOf(), { client_secret: "invalid" })).toMatchObject({
    status: 401,
    body: { error: "invalid_client" },
  });
});

it("gives no refresh token without offline access", async () => {
  const { body } = await exchange(await codeOf({ access_type: "online" }));
  expect(body).not.toHaveProperty("refresh_token");
});

it("refreshes without a new refresh token, and ends access after its time", async () => {
  await control("settings", { accessTokenSeconds: 60 });
  const { body: first } = await exchange(await codeOf());
  expect(await mine(first.access_token)).toBe(200);
  nowMs += 60_000;
  expect(await mine(first.access_token)).toBe(401);
  const { status, body: second } = await refresh(first.refresh_token);
  expect(status).toBe(200);
  expect(second).not.toHaveProperty("refresh_token");
  expect(await mine(second.access_token)).toBe(200);
  expect((await refresh(first.refresh_token)).status).toBe(200);
  const counted = await fetch(`${simulator.url}/_control/refreshes`);
  expect(await counted.json()).toEqual({ google: 2 });
});

it("lets access expire or the whole grant die when it is told to", async () => {
  const { body } = await exchange(await codeOf());
  const { ended } = await control("tokens", { server: "google", how: "expire" });
  expect(ended).toBeGreaterThan(0);
  expect(await mine(body.access_token)).toBe(401);
  expect((await refresh(body.refresh_token)).status).toBe(200);
  const [account] = simulator.book.accounts;
  await control("tokens", { server: "google", accountId: account?.id, how: "revoke" });
  expect(await refresh(body.refresh_token)).toMatchObject(DEAD);
});

it("forgets a grant when the app revokes a token of it", async () => {
  const { body: kept } = await exchange(await codeOf());
  const { body } = await exchange(await codeOf());
  expect((await post("revoke", { token: body.refresh_token })).status).toBe(200);
  expect(await mine(body.access_token)).toBe(401);
  expect(await refresh(body.refresh_token)).toMatchObject(DEAD);
  expect(await mine(kept.access_token)).toBe(200);
  expect(await post("revoke", { token: "nothing" })).toMatchObject({ status: 400 });
});

it("words its faults as an OAuth server", async () => {
  await control("faults", [{ platform: "google", kind: "expired_token", times: 1 }]);
  const { body } = await exchange(await codeOf());
  expect(body).toMatchObject({ error: "invalid_grant" });
});
