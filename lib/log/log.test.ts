import { afterEach, beforeEach, expect, it, vi } from "vitest";

const SECRETS = [
  "SUPABASE_SECRET_KEY",
  "CRON_SECRET",
  "VERCEL_CRON_SECRET",
  "YOUTUBE_API_KEY",
  "APIFY_TOKEN",
  "GOOGLE_CLIENT_SECRET",
  "TIKTOK_CLIENT_SECRET",
  "META_APP_SECRET",
  "INSTAGRAM_APP_SECRET",
  "LINKEDIN_CLIENT_SECRET",
];
const KEYS = [1, 2].map((byte) => Buffer.alloc(32, byte).toString("base64"));

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

it("knows every secret of the settings and keeps it out of a text (invariant 30)", async () => {
  for (const name of SECRETS) vi.stubEnv(name, `canary ${name} 0123456789`);
  vi.stubEnv("TOKEN_KEYS", `new:${KEYS[0]},old:${KEYS[1]}`);
  // Read again: the settings are read once.
  const { withoutSecrets } = await import("./log.ts");
  for (const secret of [...SECRETS.map((name) => `canary ${name} 0123456789`), ...KEYS]) {
    for (const form of [secret, encodeURIComponent(secret), btoa(secret)]) {
      expect(withoutSecrets(`<${form}>`)).toBe("<[hidden]>");
    }
  }
});
