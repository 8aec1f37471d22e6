import { afterAll, beforeAll, expect, it } from "vitest";
import { type AlertsWorld, startAlertsWorld } from "../../support/alerts.ts";

let world: AlertsWorld;
beforeAll(async () => {
  world = await startAlertsWorld();
});
afterAll(() => world.stop());

const reaches = (value: number) => ({
  of: "post",
  metric: "views",
  test: "above",
  value,
  window_days: 7,
});

it("makes one message of an incident, and another only once it was over for its cool-down", async () => {
  const { workspaceId } = await world.createUser("ada");
  await world.onlyRule(workspaceId, "metric", reaches(1000));
  const post = await world.post(workspaceId, "one", 999);
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 0 });
  await world.post(workspaceId, "one", 1000);
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 1 });
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 0, closed: 0 });
  expect(await world.incidents(workspaceId)).toMatchObject([
    { subject: `post:${post}`, value: "1000", is_simulated: true, closed_at: null },
  ]);

  // Down and up again at once: the same message.
  await world.post(workspaceId, "one", 10);
  expect(await world.evaluate(workspaceId)).toMatchObject({ closed: 1 });
  await world.post(workspaceId, "one", 2000);
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 0 });
  await world.sql("update alert_incidents set closed_at = now() - interval '7 hours'");
  await world.sql("update alert_rules set watched_since = now() - interval '1 day'");
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 1 });
});

it("takes a missing number for unknown: nothing opens by it, and nothing closes", async () => {
  const { workspaceId } = await world.createUser("bea");
  await world.onlyRule(workspaceId, "metric", reaches(1000));
  await world.post(workspaceId, "one", 5000);
  await world.evaluate(workspaceId);
  await world.post(workspaceId, "one", null);
  await world.post(workspaceId, "never told", null);
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 0, closed: 0 });

  const account = await world.account(workspaceId, "silent");
  const below = { of: "account", metric: "followers", test: "below", value: 100, window_days: 7 };
  await world.onlyRule(workspaceId, "metric", below);
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 0 });
  await world.sql(
    `insert into follower_counts (workspace_id, account_id, measured_at, followers, source, is_simulated)
     values ($1, $2, now(), 99, 'youtube_data', true)`,
    [workspaceId, account],
  );
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 1 });
});

it("opens one incident for two evaluators at once", async () => {
  const { workspaceId } = await world.createUser("cas");
  await world.onlyRule(workspaceId, "metric", reaches(10));
  await Promise.all([1, 2, 3].map((n) => world.post(workspaceId, `p${n}`, 100)));
  // Each is slow to open one, so that all eight are at it together.
  await world.sql(`create function private.open_slowly() returns trigger language plpgsql as
    $$ begin perform pg_sleep(0.1); return new; end $$`);
  await world.sql(`create trigger open_slowly before insert on alert_incidents for each row
    execute function private.open_slowly()`);
  const done = await Promise.all(Array.from({ length: 8 }, () => world.evaluate(workspaceId)));
  await world.sql("drop trigger open_slowly on alert_incidents");
  expect(done.reduce((sum, { opened }) => sum + opened, 0)).toBe(3);
  expect(await world.incidents(workspaceId)).toHaveLength(3);
});

it("does not tell what was so before the rule began to watch, until it was over once", async () => {
  const { workspaceId } = await world.createUser("dan");
  await world.onlyRule(workspaceId, "metric", reaches(10), { watched_since: null });
  await world.post(workspaceId, "old", 100);
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 0 });
  await world.post(workspaceId, "new", 100);
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 1 });
  expect((await world.incidents(workspaceId)).map(({ is_quiet }) => is_quiet)).toEqual([
    true,
    false,
  ]);
});

it("tells of a refused token, and of one that ends soon, and closes once it is connected again", async () => {
  const { workspaceId } = await world.createUser("eva");
  await world.onlyRule(workspaceId, "token", { days_ahead: 3 });
  const account = await world.account(workspaceId, "refused");
  await world.account(workspaceId, "ending", {
    reconnectBy: new Date(Date.now() + 86_400_000).toISOString(),
  });
  await world.account(workspaceId, "fine", {
    reconnectBy: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  });
  await world.sql(
    "update accounts set status = 'needs_reconnect', problem = 'expired', problem_at = now() where id = $1",
    [account],
  );
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 2, closed: 0 });
  await world.sql("update accounts set status = 'connected', problem = null where id = $1", [
    account,
  ]);
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 0, closed: 1 });
});

it("tells of an account whose last runs all failed, and of one that is behind", async () => {
  const { workspaceId } = await world.createUser("fay");
  const [failing, late, fine] = await Promise.all(
    ["failing", "late", "fine"].map((name) => world.account(workspaceId, name)),
  );
  const run = (account: string | undefined, status: string, hoursAgo: number) =>
    world.sql(
      `with run as (insert into refresh_runs (workspace_id, trigger, slot) values ($1, 'account', now()) returning id)
       insert into refresh_units (workspace_id, run_id, account_id, platform, kind, task, slot, status, finished_at, error_detail)
       select $1, id, $2, 'youtube', 'youtube_channel', 'measure', now(), $3, now() - make_interval(hours => $4),
         case $3 when 'failed' then 'It answered 500.' end from run`,
      [workspaceId, account, status, hoursAgo],
    );
  await run(failing, "done", 4);
  for (const hoursAgo of [3, 2]) await run(failing, "failed", hoursAgo);
  await run(late, "done", 30);
  await run(fine, "done", 1);
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 1 });
  await run(failing, "failed", 1);
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 1 });
  expect(await world.incidents(workspaceId)).toMatchObject([
    { subject: `account:${late}`, detail: { why: "stale", hours: 30 } },
    {
      subject: `account:${failing}`,
      detail: { why: "failing", problem_detail: "It answered 500." },
    },
  ]);
  await run(failing, "done", 0);
  expect(await world.evaluate(workspaceId)).toMatchObject({ closed: 1 });
});

it("tells of a breakout only among enough short videos", async () => {
  const { workspaceId } = await world.createUser("gil");
  await world.onlyRule(workspaceId, "breakout", { score: 100, window_days: 30 });
  for (let n = 1; n < 20; n++) await world.post(workspaceId, `reel ${n}`, n * 10, 2);
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 0 });
  const star = await world.post(workspaceId, "star", 90_000, 2);
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 1 });
  expect(await world.incidents(workspaceId)).toMatchObject([
    {
      subject: `post:${star}`,
      detail: {
        n: 20,
        views: 90_000,
        window_days: 30,
        // The median of 10, 20 … 190 and the star's: nobody's author is known.
        baseline: { of: "platform", n: 20, views: 105 },
      },
    },
  ]);
});

it("holds whole measured days against those before, and says nothing where days are missing", async () => {
  const { workspaceId } = await world.createUser("hal");
  const rises = { of: "workspace", metric: "views", test: "rises", value: 50, window_days: 3 };
  await world.onlyRule(workspaceId, "metric", rises);
  await world.post(workspaceId, "any", 1);
  const day = (ago: number, gain: number | null) =>
    world.sql(
      `insert into workspace_days (workspace_id, day, platform, metric, gain, rebased, posts)
       values ($1, current_date - $2::int, 'youtube', 'views', $3, 0, 1)`,
      [workspaceId, ago, gain],
    );
  await world.sql(
    `insert into private.rollup_states (workspace_id, rolled_until) values ($1, current_date - 1)`,
    [workspaceId],
  );
  for (const [ago, gain] of [
    [1, 200],
    [2, 200],
    [4, 100],
    [5, 100],
    [6, 100],
  ] as const)
    await day(ago, gain);
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 0 });
  await day(3, 200);
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 1 });
  expect(await world.incidents(workspaceId)).toMatchObject([
    { subject: "workspace", value: "600", is_simulated: true },
  ]);
});

it("evaluates who was called for, and lets one that breaks hold up nobody", async () => {
  const [one, two] = [await world.createUser("ida"), await world.createUser("jon")];
  await world.runAlerts();
  await world.sql("insert into private.alert_calls values ($1), ($2)", [
    one.workspaceId,
    two.workspaceId,
  ]);
  await world.sql(
    `create or replace function private.alert_cool_down() returns interval language plpgsql as
     $$ begin raise exception 'broken'; end $$`,
  );
  const account = await world.account(one.workspaceId, "refused");
  await world.sql(
    "update accounts set status = 'needs_reconnect', problem = 'expired', problem_at = now() where id = $1",
    [account],
  );
  // One that was closed before, so that the broken function is asked.
  await world.sql(
    `insert into alert_incidents (workspace_id, rule_id, rule_name, kind, subject, subject_name, closed_at)
     select $1, id, name, kind, 'account:' || $2::text, 'x', now() - interval '1 day' from alert_rules
     where workspace_id = $1 and kind = 'token'`,
    [one.workspaceId, account],
  );
  expect(await world.runAlerts()).toMatchObject({ workspaces: 1 });
  const checks = await world.sql(
    "select problem from private.alert_checks where problem is not null",
  );
  expect(checks).toEqual([{ problem: "broken" }]);
});
