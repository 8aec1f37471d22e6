import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { findAccess } from "../../../cli/access.ts";
import { openApi } from "../../../cli/api.ts";
import { fillSample, removeSample } from "../../../cli/sample.ts";
import { keepSession, readSession, type Session } from "../../../cli/session.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "media-metrics-session-"));
  vi.stubEnv("XDG_CONFIG_HOME", folder);
  vi.stubEnv("APP_URL", "");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const hour = () => Math.floor(Date.now() / 1000) + 3600;
const session: Session = {
  appUrl: "http://app.test",
  // Nobody answers there.
  supabaseUrl: "http://127.0.0.1:9",
  publishableKey: "key",
  email: "ada@example.com",
  accessToken: "old",
  refreshToken: "used up",
  expiresAt: 1,
  workspaceId: null,
};

it("takes what another command renewed meanwhile, instead of a token that works once", async () => {
  await keepSession(session);
  const access = await findAccess({});
  const workspaceId = "00000000-0000-4000-8000-000000000000";
  const newer = { ...session, accessToken: "new", expiresAt: hour(), workspaceId };
  await keepSession(newer);
  expect(await access.token()).toBe("new");
  expect(await readSession()).toEqual(newer);
});

it("does not take the session of somebody else who signed in meanwhile", async () => {
  await keepSession(session);
  const access = await findAccess({});
  await keepSession({
    ...session,
    email: "bob@example.com",
    accessToken: "his",
    expiresAt: hour(),
  });
  await expect(access.token()).rejects.toThrow("Nothing answers at http://127.0.0.1:9");
});

/** Answers each request as told, and an api that asks there. */
async function answering(answer: (method: string, body: string) => [status: number, told: object]) {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const [status, told] = answer(request.method ?? "", body);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(told));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  // safe because it listens on a port
  const { port } = server.address() as AddressInfo;
  const { signal } = new AbortController();
  const access = {
    appUrl: `http://127.0.0.1:${port}`,
    workspace: null,
    session: null,
    token: async () => "token",
    renewed: async () => false,
  };
  return { api: await openApi(access, signal), signal, stop: () => server.close() };
}
const refusal = { error: { code: "any", message: "No." } };

it("stops seeding at the first part that is refused", async () => {
  const asked: string[] = [];
  const { api, signal, stop } = await answering((_, body) => {
    const { part, from } = JSON.parse(body);
    asked.push(`${part} ${from}`);
    const nothing = { people: 0, posts: 0, comments: 0, engagements: 0 };
    return part === "posts" && from === 400 ? [409, refusal] : [200, nothing];
  });
  const plan = { seed: 1, users: 1, hashtags: 1, now: "", posts: 40_000 };
  const sample = { workspace_id: "", name: "", ...plan };
  await expect(fillSample(api, sample, signal)).rejects.toThrow("No.");
  stop();
  expect(asked.length).toBeLessThan(12);
});

it("removes a sample also when parts that are still being stored were in the way", async () => {
  const answers: [number, object][] = [
    [500, refusal],
    [200, { remaining_posts: 400, removed: false }],
    [500, refusal],
    [200, { remaining_posts: 0, removed: true }],
  ];
  const { api, signal, stop } = await answering(() => answers.shift() ?? [404, refusal]);
  await removeSample(api, signal);
  stop();
  expect(answers).toEqual([]);
});
