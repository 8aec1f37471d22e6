import { afterAll, beforeAll, expect, it } from "vitest";
import { type AlertsWorld, startAlertsWorld } from "../../support/alerts.ts";

let world: AlertsWorld;
beforeAll(async () => {
  world = await startAlertsWorld();
});
afterAll(() => world.stop());

/** A run that measured an account, or one post of it, so many hours ago. */
const measured = (workspaceId: string, account: string, trigger: string, hours: number) =>
  world.sql(
    `with run as (
       insert into refresh_runs (workspace_id, trigger, slot, status, finished_at)
       select $1, $3, at, 'completed', at from (select now() - make_interval(hours => $4) as at) as t returning id, slot)
     insert into refresh_units (workspace_id, run_id, account_id, platform, task, slot, status, finished_at)
     select $1, run.id, $2, 'youtube', 'measure', run.slot, 'done', run.slot from run`,
    [workspaceId, account, trigger, hours],
  );

it("calls an account late although a single post of it was just measured", async () => {
  const { workspaceId } = await world.createUser("ada");
  await world.onlyRule(workspaceId, "source", { runs: 3, intervals: 3 });
  const account = await world.account(workspaceId, "oats");
  await measured(workspaceId, account, "schedule", 20);
  await measured(workspaceId, account, "post", 0);
  expect(await world.evaluate(workspaceId)).toMatchObject({ opened: 1 });
  await measured(workspaceId, account, "schedule", 1);
  expect(await world.evaluate(workspaceId)).toMatchObject({ closed: 1 });
});
