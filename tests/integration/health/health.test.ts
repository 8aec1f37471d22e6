import { once } from "node:events";
import { createServer } from "node:http";
import { NextRequest } from "next/server";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import packageFile from "../../../package.json" with { type: "json" };
import { type Supabase, startSupabase } from "../../support/supabase.ts";

let supabase: Supabase;
beforeAll(async () => {
  supabase = await startSupabase();
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});
afterAll(() => supabase.stop());

/** As a server with these settings answers anybody. */
async function health(settings: Record<string, string> = {}) {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { GET } = await import("@/app/api/health/route");
  const answer = await GET(new NextRequest("http://app.test/api/health"));
  return { code: answer.status, ...(await answer.json()) };
}

const UP = { code: 200, status: "green", database: "up", db: { status: "ok" }, reason: null };

describe("the service's health", () => {
  it("tells of database and cache, which version answers, and when", async () => {
    const told = await health();
    expect(told).toMatchObject({ ...UP, cache: "up", redis: { status: "ok" } });
    expect(told.version).toBe(packageFile.version);
    expect(Math.abs(Date.now() - Date.parse(told.timestamp))).toBeLessThan(5000);
    expect(told).toMatchObject({ accounts: false, lastSuccessAt: null });
  });

  it("is green with the cache turned off", async () => {
    const told = await health({ TRENDING_TTL_SECONDS: "0" });
    expect(told).toMatchObject({ ...UP, cache: "disabled", redis: { status: "disabled" } });
  });

  it("is degraded, and no worse, when only the host's cache fails", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const fail = () => Promise.reject(new Error("no cache"));
    const cache = { get: fail, set: fail, delete: fail, expireTag: fail };
    const name = Symbol.for("@vercel/request-context");
    Object.assign(globalThis, { [name]: { get: () => ({ cache }) } });
    const told = await health({ VERCEL_URL: "media-metrics.vercel.app" });
    Reflect.deleteProperty(globalThis, name);
    expect(told).toMatchObject({
      code: 200,
      status: "degraded",
      database: "up",
      cache: "down",
      redis: { status: "down", error: expect.stringContaining("asked of the database") },
      reason: expect.stringContaining("The cache does not answer"),
    });
  });

  it("is red when nobody answers for the database, without its inner words", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const told = await health({ NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:9" });
    expect(told).toMatchObject({
      code: 503,
      status: "red",
      database: "down",
      cache: "up",
      db: { status: "down", error: expect.stringContaining("does not answer") },
      reason: expect.stringContaining("does not answer"),
    });
    expect(JSON.stringify(told)).not.toMatch(/ECONN|fetch|127\.0\.0\.1/);
  });

  it("is red within seconds when the database hangs", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const silent = createServer(() => {}).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = silent.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const began = performance.now();
    const told = await health({ NEXT_PUBLIC_SUPABASE_URL: `http://127.0.0.1:${port}` });
    silent.closeAllConnections();
    silent.close();
    expect(told).toMatchObject({ code: 503, status: "red", database: "down" });
    expect(performance.now() - began).toBeLessThan(7000);
  });
});
