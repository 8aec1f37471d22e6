import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { POST as addWebhook } from "@/app/api/v1/webhooks/route";
import { type AlertsWorld, startAlertsWorld } from "../../support/alerts.ts";
import type { TestUser } from "../../support/supabase.ts";

const RULE = { of: "post", metric: "views", test: "above", value: 10, window_days: 7 };

let world: AlertsWorld;
let ada: TestUser;
let rule: string;
let database: postgres.Sql;
beforeAll(async () => {
  world = await startAlertsWorld();
  database = postgres(world.databaseUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await database.end();
  await world.stop();
});
beforeEach(async () => {
  ada = await world.createUser("ada");
  rule = await world.onlyRule(ada.workspaceId, "metric", RULE, {
    by_email: true,
    by_webhook: true,
  });
});

/** Until somebody waits for a lock that is held. */
async function somebodyWaits() {
  for (let tries = 0; tries < 100; tries += 1) {
    const waiting = await world.sql(
      "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    );
    if (waiting.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("Nobody waits.");
}

it("lets a rule be changed and deleted while it is being evaluated: one waits for the other", async () => {
  await world.post(ada.workspaceId, "a film", 1234);
  await world.evaluate(ada.workspaceId);
  const client = world.clientFor(ada);
  const changes = [
    () =>
      client.rpc("save_alert_rule", {
        workspace: ada.workspaceId,
        rule,
        given: { condition: { ...RULE, value: 20 } },
      }),
    () => client.rpc("delete_alert_rule", { workspace: ada.workspaceId, rule }),
  ];
  for (const change of changes) {
    // As an evaluation takes them: its turn, incidents, rules.
    const changing = await database.begin(async (evaluation) => {
      await evaluation`select from private.alert_checks where workspace_id = ${ada.workspaceId} for update`;
      await evaluation`update alert_incidents set closed_at = null where workspace_id = ${ada.workspaceId}`;
      const changed = change().then((answer) => answer);
      await somebodyWaits();
      await evaluation`update alert_rules set watched_since = now() where id = ${rule}`;
      return { changed };
    });
    expect((await changing.changed).error).toBeNull();
  }
});

it("removes a webhook while a message to it is on its way", async () => {
  const made = await world.call(ada, addWebhook, { body: { url: `${world.receiver.url}/hook` } });
  await world.post(ada.workspaceId, "a film", 1234);
  await world.evaluate(ada.workspaceId);
  const { data } = await world.db.rpc("claim_delivery", { lease_seconds: 60 });
  // safe because claim_delivery says so
  const { order } = data as { order: { delivery_id: string; lease_token: string } };
  const batch = { ...order, workspace_id: ada.workspaceId, result: "sent" };
  const settling = await database.begin(async (removal) => {
    await removal`select from webhooks where id = ${made.body.id} for update`;
    const settled = world.db.rpc("settle_delivery", { batch }).then((answer) => answer);
    await somebodyWaits();
    await removal`delete from webhooks where id = ${made.body.id}`;
    return { settled };
  });
  expect((await settling.settled).error).toMatchObject({ code: "PT409" });
});

it("tells nothing to who left the workspace before the message was sent", async () => {
  const bea = await world.createUser("bea");
  await world.addMember(ada.workspaceId, bea, "viewer");
  await world.clientFor(bea).rpc("want_alert_emails", { workspace: ada.workspaceId, wanted: true });
  await world.post(ada.workspaceId, "a film", 1234);
  await world.evaluate(ada.workspaceId);
  await world
    .clientFor(bea)
    .from("workspace_members")
    .delete()
    .eq("user_id", bea.id)
    .eq("workspace_id", ada.workspaceId);
  await world.runAlerts();
  expect(world.mails).toEqual([]);
  expect(
    await world.sql("select state, error from alert_deliveries where workspace_id = $1", [
      ada.workspaceId,
    ]),
  ).toMatchObject([{ state: "failed", error: expect.stringContaining("left the workspace") }]);
});
