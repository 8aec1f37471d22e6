import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RefreshWorld, startRefreshWorld } from "../../support/refresh.ts";
import { refreshSlot } from "../../support/refresh-calls.ts";
import type { TestUser } from "../../support/supabase.ts";

let world: RefreshWorld;
let ada: TestUser;
let slot = 0;

beforeAll(async () => {
  world = await startRefreshWorld();
  ada = await world.supabase.createUser("ada");
  await world.setSchedule(world.slot(0));
});
afterAll(() => world.stop());

const goTo = (number: number) => {
  slot = number;
  return world.setSchedule(world.slot(slot));
};
const runNow = async () => (await world.runs()).at(-1);
describe("a retired metric", () => {
  /** Which column of a source is empty, and for which reason. */
  const absences = (source: string, column: string) =>
    world.sql<{ reason: string | null; others: number }>(
      `select distinct absent ->> $2 as reason, count(likes)::int > 0 as others from post_metrics
       where source = $1 and bucket_at = $3 group by 1`,
      [source, column, world.slot(slot)],
    );
  const RETIRED = [
    ["instagram_user", "instagram_graph", "saved", "saves"],
    ["facebook_page", "facebook_graph", "post_clicks", "clicks"],
    ["linkedin_member", "linkedin_member", "POST_SAVE", "saves"],
  ] as const;

  beforeAll(async () => {
    await world.connect(ada, "instagram_login", [
      world.accountOf("instagram", "northlight.studio"),
    ]);
    await world.connect(ada, "facebook", [world.accountOf("facebook", "northlight.studio")]);
    const member = world.accountOf("linkedin", "northlight.studio");
    const [id] = await world.connect(ada, "linkedin", [member]);
    // A member's posts are not listed by LinkedIn: they come by their links.
    for (const { id: urn, publishedMs } of world.posts(member, world.slot(0))) {
      await world.sql(
        `with post as (
           insert into posts (workspace_id, platform, external_id, url, published_at)
           values ($1, 'linkedin', $2, 'https://www.linkedin.com/feed/update/' || $2, $3) returning id)
         insert into account_posts (post_id, workspace_id, account_id, api_id) select id, $1, $4, $2 from post`,
        [ada.workspaceId, urn, new Date(publishedMs).toISOString(), id],
      );
    }
  });

  it("was measured before (control of invariant 18)", async () => {
    await refreshSlot();
    for (const [, source, , column] of RETIRED) {
      expect(await absences(source, column)).toContainEqual({ reason: null, others: true });
    }
    for (const { rejected_metrics } of await world.accounts()) expect(rejected_metrics).toEqual({});
  });

  it("costs its own column alone, and is kept with the account (invariant 18)", async () => {
    world.simulator.settings.retiredMetrics = RETIRED.map(([, , name]) => name);
    await goTo(1);
    const answer = await refreshSlot();
    expect(answer.summary.totalErrors).toBe(0);
    expect(await runNow()).toMatchObject({ status: "completed", failed: 0 });
    const accounts = await world.accounts();
    for (const [kind, source, name, column] of RETIRED) {
      const found = await absences(source, column);
      expect(found.map(({ reason }) => reason)).not.toContain(null);
      expect(found.some(({ others }) => others)).toBe(true);
      const account = accounts.find((each) => each.kind === kind);
      expect(account?.rejected_metrics).toMatchObject({
        [name]: { metric: column, detail: expect.any(String), at: expect.any(String) },
      });
    }
  });

  it("is not asked for again for a day, and then it is", async () => {
    world.simulator.settings.retiredMetrics = [];
    await goTo(2);
    await refreshSlot();
    for (const [, source, , column] of RETIRED) {
      expect((await absences(source, column)).map(({ reason }) => reason)).not.toContain(null);
    }
    await world.sql(
      `update accounts set rejected_metrics = (
         select coalesce(jsonb_object_agg(key, value || jsonb_build_object('at', now() - interval '25 hours')), '{}')
         from jsonb_each(rejected_metrics))`,
    );
    await goTo(3);
    await refreshSlot();
    for (const [, source, , column] of RETIRED) {
      expect(await absences(source, column)).toContainEqual({ reason: null, others: true });
    }
  });

  it("is not called refused any more once it was given again", async () => {
    const told = async () => {
      const listed = await world.supabase
        .clientFor(ada)
        .rpc("list_accounts", { workspace: ada.workspaceId });
      return JSON.stringify(listed.data);
    };
    for (const [, , name] of RETIRED) expect(await told()).toContain(`"${name}":`);
    await world.sql(
      `update accounts set rejected_metrics = (
         select coalesce(jsonb_object_agg(key, value || jsonb_build_object('at', now() - interval '37 hours')), '{}')
         from jsonb_each(rejected_metrics))`,
    );
    for (const [, , name] of RETIRED) expect(await told()).not.toContain(`"${name}":`);
  });
});
