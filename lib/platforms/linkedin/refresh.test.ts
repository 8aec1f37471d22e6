import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nowMs, startLinkedin } from "../../../tests/support/linkedin.ts";
import type { Grant } from "../connected.ts";
import { linkedinLogin } from "./login.ts";

let linkedin: Awaited<ReturnType<typeof startLinkedin>>;
beforeAll(async () => {
  linkedin = await startLinkedin();
});
afterAll(() => linkedin.close());

const inDays = (days: number) => new Date(nowMs + days * 86_400_000).toISOString();

function login() {
  const choice = linkedinLogin(linkedin.settings, { now: () => nowMs });
  if (choice.kind !== "ready") throw new Error(choice.detail);
  return choice.login;
}

describe("refreshing", () => {
  const grant: Grant = {
    accessToken: "SECRET-OLD",
    accessExpiresAt: inDays(0),
    refreshToken: "SECRET-R",
    reconnectBy: inDays(300),
    scopes: ["openid"],
  };
  const refresh = (old: Grant) =>
    login().refresh(old, "linkedin_organization", new AbortController().signal);

  it("gives a new access token, and the day to connect again stays", async () => {
    const token = {
      access_token: "SECRET-NEW",
      expires_in: 60 * 86_400,
      refresh_token_expires_in: 365 * 86_400,
    };
    linkedin.answer(() => ({ body: token }));
    expect(await refresh(grant)).toEqual({
      kind: "done",
      value: {
        accessToken: "SECRET-NEW",
        accessExpiresAt: inDays(60),
        refreshToken: "SECRET-R",
        reconnectBy: inDays(300),
        scopes: ["openid"],
      },
    });
    expect(linkedin.asked[0]?.query).toContain("grant_type=refresh_token&refresh_token=SECRET-R");
  });

  it("is over without a refresh token, and asks nobody", async () => {
    linkedin.answer(() => ({ body: {} }));
    expect(await refresh({ ...grant, refreshToken: null })).toMatchObject({
      kind: "dead",
      problem: "expired",
    });
    expect(linkedin.asked).toHaveLength(0);
  });
});
