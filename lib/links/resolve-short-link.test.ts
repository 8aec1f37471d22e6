import { createServer } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSimulator } from "../../simulator/start-simulator.ts";
import { resolveShortLink } from "./resolve-short-link.ts";

let simulator: Awaited<ReturnType<typeof startSimulator>>;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0 });
});
beforeEach(() => fetch(`${simulator.url}/_control/reset`, { method: "POST" }));
afterAll(() => simulator.close());

const resolve = (url: string, timeoutMs = 5000) =>
  resolveShortLink(url, { simulator: simulator.url, timeoutMs });
const hops = () => simulator.requests().short_links?.count ?? 0;

describe("resolveShortLink", () => {
  it.each([
    ["https://vm.tiktok.com/ZM8abcd/", "tiktok", 1],
    ["https://vt.tiktok.com/chain4", "tiktok", 5],
    ["https://www.tiktok.com/t/ZTabcde/", "tiktok", 1],
    ["https://www.instagram.com/share/reel/BAabcdef/", "instagram", 1],
    // A page in between that only names its target.
    ["https://vm.tiktok.com/interstitial", "tiktok", 1],
  ])("follows %s to a post (invariant 36)", async (url, platform, requests) => {
    const link = await resolve(url);
    expect(link).toMatchObject({ kind: "post", platform });
    expect(hops()).toBe(requests);
  });

  it.each([
    ["loop", "not_found", 5],
    ["chain5", "not_found", 5],
    ["private", "unsupported_link", 1],
    ["metadata", "unsupported_link", 1],
    ["plain", "unsupported_link", 1],
    ["elsewhere", "unsupported_link", 1],
    ["gone", "not_found", 1],
    ["nowhere", "not_found", 1],
    ["consent", "not_found", 1],
  ])("gives up on %s as %s after %d requests (invariant 36)", async (code, problem, requests) => {
    const link = await resolve(`https://vm.tiktok.com/${code}`);
    expect(link).toMatchObject({ kind: "unresolved", code: problem });
    expect(hops()).toBe(requests);
  });

  it.each([
    "http://vm.tiktok.com/ZM8abcd",
    "https://vm.tiktok.com:8443/ZM8abcd",
    "https://user@vm.tiktok.com/ZM8abcd",
    "https://127.0.0.1/ZM8abcd",
    "https://vm.tiktok.com.example.com/ZM8abcd",
    "no address",
  ])("asks nobody about %s (invariant 36)", async (url) => {
    expect(await resolve(url)).toMatchObject({ kind: "unresolved", code: "unsupported_link" });
    expect(hops()).toBe(0);
  });

  it("does not connect to a known host that resolves to a private address (invariant 36)", async () => {
    let connections = 0;
    const server = createServer(() => {
      connections += 1;
    }).listen(443, "127.0.0.1");
    server.on("error", () => undefined);
    const link = await resolveShortLink("https://vm.tiktok.com/ZM8abcd", {
      lookupAll: (_, done) => done(null, [{ address: "127.0.0.1", family: 4 }]),
    });
    server.close();
    expect(link).toMatchObject({
      code: "unsupported_link",
      detail: expect.stringContaining("public internet"),
    });
    expect(connections).toBe(0);
  });

  it("reads no more than the start of an endless page, and says later when it is slow", async () => {
    simulator.faults.set([
      { platform: "short_links", kind: "endless", times: 1, rate: 1, delaySeconds: 1 },
      { platform: "short_links", kind: "slow", rate: 1, delaySeconds: 30 },
    ]);
    expect(await resolve("https://vm.tiktok.com/a1")).toMatchObject({ code: "not_found" });
    expect(await resolve("https://vm.tiktok.com/consent", 200)).toMatchObject({
      code: "provider_error",
    });
  });

  it("says that a host in trouble may be asked again", async () => {
    simulator.faults.set([{ platform: "short_links", kind: "5xx", rate: 1, delaySeconds: 1 }]);
    expect(await resolve("https://vm.tiktok.com/ZM8abcd")).toMatchObject({
      code: "provider_error",
    });
  });
});
