import { describe, expect, it } from "vitest";
import { settingsAt } from "../../tests/support/answering-server.ts";
import { readEnv } from "../env.ts";
import { accountPlatform, loginFor } from "./account-registry.ts";
import { ACCOUNT_KINDS, CONNECTIONS } from "./connected.ts";
import { PLATFORM_IDS } from "./platform.ts";

const SIMULATOR = "http://simulator.test";
const simulated = readEnv(settingsAt(SIMULATOR));
const bare = { ...simulated, FEATURE_FAKE_INSIGHTS: false };
const real = {
  ...bare,
  GOOGLE_CLIENT_ID: "id",
  GOOGLE_CLIENT_SECRET: "secret",
  TIKTOK_CLIENT_KEY: "id",
  TIKTOK_CLIENT_SECRET: "secret",
  META_APP_ID: "id",
  META_APP_SECRET: "secret",
  INSTAGRAM_APP_ID: "id",
  INSTAGRAM_APP_SECRET: "secret",
  LINKEDIN_CLIENT_ID: "id",
  LINKEDIN_CLIENT_SECRET: "secret",
};

describe("accountPlatform", () => {
  it.each(ACCOUNT_KINDS)("has a client for %s that can always reserve one full batch", (kind) => {
    for (const settings of [simulated, real]) {
      const choice = accountPlatform(kind, settings);
      if (choice.kind !== "ready") throw new Error(choice.detail);
      const { platform } = choice;
      expect(platform.kind).toBe(kind);
      expect(PLATFORM_IDS).toContain(platform.id);
      expect(platform.simulated).toBe(settings === simulated);
      const { app, account } = platform.limits;
      const most = platform.callsFor(platform.batchSize);
      // A bucket that never holds as much as is asked for would wait for ever.
      expect(Math.min(app.burst, account.burst)).toBeGreaterThanOrEqual(most);
      expect(app.dailyQuota ?? most).toBeGreaterThanOrEqual(most);
    }
  });

  it.each(ACCOUNT_KINDS)("names the setting that %s lacks", (kind) => {
    expect(accountPlatform(kind, bare)).toEqual({
      kind: "unavailable",
      detail: expect.stringMatching(/[A-Z]+_[A-Z_]+ (is|are) not configured\.$/),
    });
  });
});

describe("loginFor", () => {
  it.each(CONNECTIONS)("sends %s to its own consent page, or to the simulator's", (connection) => {
    const ask = { state: "S", codeChallenge: "C", redirectUri: "https://app.test/back" };
    const origins = [real, simulated].map((settings) => {
      const choice = loginFor(connection, settings);
      if (choice.kind !== "ready") throw new Error(choice.detail);
      expect(choice.login.connection).toBe(connection);
      expect(choice.login.scopes.some(({ required }) => required)).toBe(true);
      return choice.login.authorizeUrl(ask);
    });
    expect(origins.map(({ protocol }) => protocol)).toEqual(["https:", "http:"]);
    expect(origins[1]?.origin).toBe(SIMULATOR);
    for (const url of origins) {
      expect(url.searchParams.get("state")).toBe("S");
      expect(url.searchParams.get("redirect_uri")).toBe(ask.redirectUri);
    }
  });

  it.each(CONNECTIONS)("names the setting that %s lacks", (connection) => {
    expect(loginFor(connection, bare)).toEqual({
      kind: "unavailable",
      detail: expect.stringMatching(/[A-Z]+_[A-Z_]+ (is|are) not configured\.$/),
    });
  });
});
