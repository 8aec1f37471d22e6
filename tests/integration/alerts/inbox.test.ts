import { afterAll, beforeAll, expect, it } from "vitest";
import { PATCH as changeRule, DELETE as deleteRule } from "@/app/api/v1/alerts/[id]/route";
import { GET as getIncidents } from "@/app/api/v1/alerts/incidents/route";
import { GET as getRules, POST as makeRule } from "@/app/api/v1/alerts/route";
import { POST as markRead } from "@/app/api/v1/inbox/read/route";
import { GET as getInbox } from "@/app/api/v1/inbox/route";
import { POST as addWebhook } from "@/app/api/v1/webhooks/route";
import { CONDITIONS, RULE_KINDS } from "@/lib/alerts/conditions";
import { type AlertsWorld, startAlertsWorld } from "../../support/alerts.ts";

let world: AlertsWorld;
beforeAll(async () => {
  world = await startAlertsWorld();
});
afterAll(() => world.stop());

const RULE = {
  kind: "metric",
  name: "A post takes off",
  condition: { of: "post", metric: "views", test: "above", value: 10, window_days: 7 },
};

it("keeps what is read for each person, and begins a newcomer's inbox with their coming", async () => {
  const [ada, bea, cas] = await Promise.all(
    ["ada", "bea", "cas"].map((name) => world.createUser(name)),
  );
  if (!ada || !bea || !cas) throw new Error("Somebody is missing.");
  const { workspaceId } = ada;
  await world.addMember(workspaceId, bea, "viewer");
  await world.onlyRule(workspaceId, "metric", RULE.condition);
  for (const name of ["one", "two", "three"]) await world.post(workspaceId, name, 100);
  await world.evaluate(workspaceId);
  await world.addMember(workspaceId, cas, "viewer");

  const as = (person: typeof ada) => ({ ...person, workspaceId });
  const inbox = async (person: typeof ada, query = "") =>
    (await world.call(as(person), getInbox, { query })).body;
  expect(await inbox(bea)).toMatchObject({ total: 3, unread: 3, has_more: false });
  expect(await inbox(bea, "?limit=2&offset=2")).toMatchObject({ items: [{}], has_more: false });
  expect(await inbox(bea, "?kind=token")).toMatchObject({ total: 0, unread: 0 });
  expect(await inbox(cas)).toMatchObject({ total: 3, unread: 0 });

  const [first] = (await inbox(bea)).items;
  const body = { ids: [first.id] };
  expect((await world.call(as(bea), markRead, { body })).body).toEqual({ changed: 1, unread: 2 });
  expect(await inbox(bea, "?state=unread")).toMatchObject({ total: 2 });
  expect((await world.call(as(bea), markRead, { body: {} })).body.unread).toBe(0);
  const again = { ids: [first.id], is_read: false };
  expect((await world.call(as(bea), markRead, { body: again })).body.unread).toBe(1);
  expect(await inbox(ada)).toMatchObject({ unread: 3 });
});

it("lets members make and change rules, admins alone set webhooks, and strangers see nothing", async () => {
  const [ada, bea, stranger] = await Promise.all(
    ["ada", "bea", "eve"].map((name) => world.createUser(name)),
  );
  if (!ada || !bea || !stranger) throw new Error("Somebody is missing.");
  const { workspaceId } = ada;
  const member = { ...bea, workspaceId };
  await world.addMember(workspaceId, bea, "viewer");
  expect((await world.call(member, makeRule, { body: RULE })).status).toBe(403);
  await world.addMember(workspaceId, bea, "member");
  const made = await world.call(member, makeRule, { body: RULE });
  expect(made).toMatchObject({
    status: 201,
    body: { name: RULE.name, is_on: true, by_email: false },
  });
  const { id } = made.body;
  const changed = { method: "PATCH", id, body: { is_on: false, name: "Off" } };
  expect((await world.call(member, changeRule, changed)).body).toMatchObject(changed.body);
  const wrong = { method: "PATCH", id, body: { condition: { days_ahead: 3 } } };
  expect((await world.call(member, changeRule, wrong)).status).toBe(422);
  const hook = { body: { url: "https://example.com/hook" } };
  expect((await world.call(member, addWebhook, hook)).status).toBe(403);
  const inside = { body: { url: "https://169.254.169.254/latest" } };
  expect((await world.call(ada, addWebhook, inside)).status).toBe(422);
  expect((await world.call(ada, addWebhook, hook)).status).toBe(201);
  expect((await world.call({ ...stranger, workspaceId }, getRules)).status).toBe(401);
  expect((await world.call(stranger, changeRule, changed)).status).toBe(404);
  expect((await world.call(stranger, getIncidents, { query: `?rule=${id}` })).body.total).toBe(0);
  expect((await world.call(member, deleteRule, { method: "DELETE", id })).status).toBe(204);

  const entries = await world.sql<{ action: string; subject: string }>(
    "select action, subject from audit_log where workspace_id = $1 and action ~ '^(alert|webhook)' order by id",
    [workspaceId],
  );
  expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
    ["alert_made", RULE.name],
    ["alert_changed", "Off"],
    ["webhook_set", "example.com"],
    ["alert_deleted", "Off"],
  ]);
});

it("tells a member who began to want them of nothing that was so before the rule was made", async () => {
  const ada = await world.createUser("ada");
  await world.post(ada.workspaceId, "old", 100);
  await world.call(ada, makeRule, { body: RULE });
  await world.runAlerts();
  await world.post(ada.workspaceId, "new", 100);
  await world.evaluate(ada.workspaceId);
  const { items } = (await world.call(ada, getInbox)).body;
  expect(items.map(({ title }: { title: string }) => title)).toEqual(["new reached 10 views"]);
});

it("refuses a rule that watches for what another watches for, and names that one", async () => {
  const ada = await world.createUser("ada");
  const token = { kind: "token", name: "Mine", condition: { days_ahead: 3 } };
  const twin = await world.call(ada, makeRule, { body: token });
  expect(twin.status).toBe(409);
  expect(twin.body.error.message).toContain('"A sign-in ends soon or has ended"');
  const only = { ...token, platform: "tiktok" };
  const { status, body } = await world.call(ada, makeRule, { body: only });
  expect(status).toBe(201);
  const change = { id: body.id, body: { platform: null } };
  expect((await world.call(ada, changeRule, change)).status).toBe(409);
  expect(
    (await world.call(ada, changeRule, { id: body.id, body: { by_email: true } })).status,
  ).toBe(200);
});

it("refuses in the database what forms refuse, and takes what they take", async () => {
  const base = { of: "account", metric: "views", test: "rises", value: 5, window_days: 7 };
  const given: [string, object][] = [
    ["metric", base],
    ["metric", { ...base, test: "falls", value: 101 }],
    ["metric", { ...base, of: "post", test: "falls" }],
    ["metric", { ...base, of: "post", metric: "followers" }],
    ["metric", { ...base, test: "above", value: 1.5 }],
    ["metric", { ...base, value: 0 }],
    ["metric", { ...base, window_days: 91 }],
    ["metric", { ...base, least: -1 }],
    ["metric", { ...base, extra: 1 }],
    ["breakout", { score: 95.5, window_days: 30 }],
    ["breakout", { score: 49, window_days: 30 }],
    ["source", { runs: 3, intervals: 1 }],
    ["source", { runs: 3, intervals: 2 }],
    ["source", { runs: 3 }],
    ["token", { days_ahead: 0 }],
    ["token", { days_ahead: 31 }],
    ["token", {}],
  ];
  for (const [kind, condition] of given) {
    const [row] = await world.sql<{ problem: string | null }>(
      "select private.alert_condition_problem($1, $2) as problem",
      [kind, condition],
    );
    const known = RULE_KINDS.find((each) => each === kind) ?? "token";
    const { success } = CONDITIONS[known].safeParse(condition);
    expect([kind, condition, row?.problem === null]).toEqual([kind, condition, success]);
  }
});
