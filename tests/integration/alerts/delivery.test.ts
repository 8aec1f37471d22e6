import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { POST as testRule } from "@/app/api/v1/alerts/[id]/test/route";
import { PATCH as changeWebhook } from "@/app/api/v1/webhooks/[id]/route";
import { POST as addWebhook, GET as getWebhooks } from "@/app/api/v1/webhooks/route";
import { type AlertsWorld, startAlertsWorld } from "../../support/alerts.ts";
import type { Asked } from "../../support/answering-server.ts";
import type { TestUser } from "../../support/supabase.ts";

const WORKER = fileURLToPath(new URL("../../support/alerts-worker.ts", import.meta.url));
const RULE = { of: "post", metric: "views", test: "above", value: 10, window_days: 7 };

let world: AlertsWorld;
let ada: TestUser;
let hook: { id: string; secret: string };
beforeAll(async () => {
  world = await startAlertsWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  ada = await world.createUser("ada");
  world.receiver.answers(() => ({ status: 204, body: "" }));
  world.mails.length = 0;
  await world.onlyRule(ada.workspaceId, "metric", RULE, { by_webhook: true, by_email: true });
  const made = await world.call(ada, addWebhook, { body: { url: `${world.receiver.url}/hook` } });
  expect(made.status).toBe(201);
  hook = made.body;
});

const deliveries = () =>
  world.sql<{ id: string; state: string; attempts: number; error: string | null }>(
    "select * from alert_deliveries where workspace_id = $1 order by created_at",
    [ada.workspaceId],
  );
/** As a receiver would check it, with nothing of ours. */
function isSigned({ headers, body }: Asked, secret: string) {
  const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers["x-mml-signature"])) ?? [];
  const isRecent = Math.abs(Date.now() / 1000 - Number(t)) < 60;
  return isRecent && createHmac("sha256", secret).update(`${t}.${body}`).digest("hex") === v1;
}

it("sends an incident once to each webhook and to who wants e-mails, signed, with the same sentences", async () => {
  const [bea, cas] = [await world.createUser("bea"), await world.createUser("cas")];
  for (const each of [bea, cas]) await world.addMember(ada.workspaceId, each, "viewer");
  for (const each of [bea, cas])
    await world
      .clientFor(each)
      .rpc("want_alert_emails", { workspace: ada.workspaceId, wanted: each === bea });
  const post = await world.post(ada.workspaceId, "a film", 1234);
  await world.evaluate(ada.workspaceId);
  await Promise.all([world.runAlerts(), world.runAlerts()]);

  expect(world.receiver.asked).toHaveLength(1);
  const [asked] = world.receiver.asked as [Asked];
  expect(isSigned(asked, hook.secret)).toBe(true);
  expect(isSigned({ ...asked, body: `${asked.body} ` }, hook.secret)).toBe(false);
  const id = String(asked.headers["x-mml-delivery"]);
  expect((await deliveries()).map((each) => each.id)).toContain(id);
  expect(JSON.parse(asked.body)).toMatchObject({
    id,
    type: "incident.opened",
    workspace: { id: ada.workspaceId },
    incident: {
      kind: "metric",
      title: "a film reached 10 views",
      value: "1234",
      is_simulated: true,
      source: "youtube_data",
      link: `${world.self.url}/posts/${post}`,
    },
  });
  expect(world.mails.map(({ to }) => to)).toEqual([[bea.email]]);
  expect(world.mails[0]?.text).toContain("Subject: [Simulated] a film reached 10 views");
  expect((await deliveries()).map(({ state }) => state)).toEqual(["sent", "sent"]);
});

it("sends again, later each time, what was not taken, and follows no redirect", async () => {
  world.receiver.answers(() => ({ status: 307, headers: { location: "/elsewhere" } }));
  await world.post(ada.workspaceId, "a film", 1234);
  await world.evaluate(ada.workspaceId);
  await world.runAlerts();
  expect(world.receiver.asked.map(({ path }) => path)).toEqual(["/hook"]);
  expect(await deliveries()).toMatchObject([{ state: "queued", attempts: 1 }]);
  expect((await deliveries())[0]?.error).toContain(
    "answered 307: a redirect, and none is followed",
  );
  await world.runAlerts();
  expect(world.receiver.asked).toHaveLength(1);

  world.receiver.answers(() => ({ status: 200 }));
  await world.sql("update alert_deliveries set not_before = now()");
  await world.runAlerts();
  expect(await deliveries()).toMatchObject([{ state: "sent", attempts: 2, error: null }]);
});

it("sends again under the same id what a worker that was killed had sent and not recorded (invariant 1)", async () => {
  const heard = Promise.withResolvers<void>();
  // Nothing is recorded of it: the worker dies between sending and settling.
  const mend = await world.breakSettling();
  world.receiver.answers(() => {
    heard.resolve();
    return { status: 204, body: "" };
  });
  await world.post(ada.workspaceId, "a film", 1234);
  await world.evaluate(ada.workspaceId);
  const child = spawn(process.execPath, [WORKER], { stdio: "ignore" });
  const ended = once(child, "exit");
  await heard.promise;
  child.kill("SIGKILL");
  await ended;
  await mend();
  expect(await deliveries()).toMatchObject([{ state: "sending", attempts: 1 }]);
  await world.runAlerts();
  expect(world.receiver.asked).toHaveLength(1);
  await world.sql("update alert_deliveries set leased_until = now() - interval '1 s'");
  await world.runAlerts();
  const ids = world.receiver.asked.map(({ headers }) => headers["x-mml-delivery"]);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  expect(await deliveries()).toMatchObject([{ state: "sent", attempts: 2 }]);
});

it("switches a webhook off after 25 failures in a row, with a message, and on again by hand", async () => {
  world.receiver.answers(() => ({ status: 500 }));
  await world.post(ada.workspaceId, "a film", 1234);
  await world.evaluate(ada.workspaceId);
  await world.sql("update webhooks set failures = 24");
  await world.runAlerts();
  expect((await world.call(ada, getWebhooks)).body.items).toMatchObject([
    { is_on: false, failures: 25, disabled_reason: expect.stringContaining("answered 500") },
  ]);
  expect((await world.incidents(ada.workspaceId)).map(({ subject }) => subject)).toContain(
    `webhook:${hook.id}`,
  );
  const body = { is_on: true };
  await world.call(ada, changeWebhook, { id: hook.id, method: "PATCH", body });
  expect((await world.call(ada, getWebhooks)).body.items).toMatchObject([
    { is_on: true, failures: 0, disabled_at: null },
  ]);
});

it("tests a rule: a marked message to each channel, and what became of it, in one answer", async () => {
  await world.clientFor(ada).rpc("want_alert_emails", { workspace: ada.workspaceId, wanted: true });
  world.self.answers(() => {
    void world.runAlerts();
    return { status: 202 };
  });
  const [rule] = await world.sql<{ id: string }>(
    "select id from alert_rules where workspace_id = $1",
    [ada.workspaceId],
  );
  const { status, body } = await world.call(ada, testRule, { id: rule?.id ?? "", method: "POST" });
  expect(status).toBe(200);
  expect(body.deliveries).toMatchObject([
    { channel: "email", recipient: ada.email, state: "sent", is_test: true },
    { channel: "webhook", state: "sent", http_status: 204, is_test: true },
  ]);
  expect(JSON.parse(world.receiver.asked[0]?.body ?? "")).toMatchObject({ type: "test" });
  expect(world.mails[0]?.text).toContain("=5BTest=5D");
});

it("keeps a webhook's secret from everybody, and signs with a new one once it is asked for", async () => {
  const kept = await world.sql("select * from private.webhook_secrets as s, webhooks as w");
  expect(JSON.stringify(kept)).not.toContain(hook.secret);
  const listed = await world.call(ada, getWebhooks);
  expect(JSON.stringify(listed.body)).not.toContain(hook.secret);
  const body = { new_secret: true };
  const renewed = await world.call(ada, changeWebhook, { id: hook.id, method: "PATCH", body });
  expect(renewed.body.secret).not.toBe(hook.secret);
  await world.post(ada.workspaceId, "a film", 1234);
  await world.evaluate(ada.workspaceId);
  await world.runAlerts();
  const [asked] = world.receiver.asked as [Asked];
  expect(isSigned(asked, hook.secret)).toBe(false);
  expect(isSigned(asked, renewed.body.secret)).toBe(true);
});
