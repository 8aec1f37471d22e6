import { afterAll, beforeAll, expect, it } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { addJob } from "../tenancy/workspace-data.ts";
import { type OldData, startOldData } from "./old-data.ts";

let data: OldData;
let ada: TestUser;

beforeAll(async () => {
  data = await startOldData();
  ada = await data.supabase.createUser("ada");
});
afterAll(() => data.stop());

const DAYS = [5, 4, 3];

async function measured(account: string) {
  const post = await data.post(ada.workspaceId, "tiktok", account);
  for (const days of DAYS) await data.snapshot(post, days);
  return post;
}
const erase = async (account: string) => {
  const { data: posts, error } = await data.supabase
    .clientFor(ada)
    .rpc("delete_account_history", { account });
  if (error) throw error;
  return posts;
};

it("deletes an account with its tokens, budgets, and the posts that only it brought, with all measured of them", async () => {
  const account = await data.account(ada.workspaceId, "tiktok");
  const other = await data.account(ada.workspaceId, "tiktok");
  const own = [await measured(account), await measured(account)];
  const ofJob = await measured(account);
  const ofSchedule = await measured(account);
  const ofOther = await measured(other);
  await addJob(data.supabase, ada.workspaceId, { state: "ended", marker: "job", postId: ofJob });
  await data.sql(
    `with schedule as (insert into public.schedules (workspace_id) values ($1) returning id)
     insert into public.schedule_external (workspace_id, schedule_id, provider, ref_id, post_id)
     select $1, id, 'tiktok', 'ref', $2 from schedule`,
    [ada.workspaceId, ofSchedule],
  );
  for (const each of [account, other]) {
    await data.sql(
      `insert into private.account_tokens (account_id, workspace_id, ciphertext, key_id) values ($1, $2, 'sealed', 'test')`,
      [each, ada.workspaceId],
    );
    await data.sql(
      `insert into private.provider_budgets (provider, credential, tokens, quota_day) values ('tiktok', $1, 1, current_date)`,
      [each],
    );
  }
  await data.db.rpc("roll_up_days");
  const untouched = [ofJob, ofSchedule, ofOther];
  const state = async (posts: number[]) =>
    Promise.all(
      posts.map(async (post) => [
        (await data.snapshots(post)).length,
        (await data.payloads(post)).length,
        await data.postOf(post),
      ]),
    );
  const before = await state(untouched);

  expect(await erase(account)).toBe(2);
  for (const post of own) {
    expect(await data.snapshots(post)).toEqual([]);
    expect(await data.postOf(post)).toBeUndefined();
  }
  const payloads = await data.sql<{ rows: number }>(
    "select count(*)::int as rows from public.raw_events",
  );
  expect(payloads).toEqual([{ rows: untouched.length * DAYS.length }]);
  expect(await state(untouched)).toEqual(before);
  const left = await data.sql<{ account_id: string }>(
    "select account_id from private.account_tokens",
  );
  expect(left).toEqual([{ account_id: other }]);
  const budgets = await data.sql("select credential from private.provider_budgets");
  expect(budgets).toEqual([{ credential: other }]);
  expect(await data.counted(ada.workspaceId)).toEqual({ account_history: 2 });
  const covered = await data.sql("select post_id::int from public.account_posts");
  expect(covered).toEqual([{ post_id: ofOther }]);

  // The posts that stay count on, without an account.
  await data.db.rpc("roll_up_days");
  const sums = await data.sql(
    `select account_id, sum(coalesce(gain, 0) + rebased)::int as sum from public.workspace_days where metric = 'views'
     group by 1 order by account_id nulls first`,
  );
  expect(sums).toEqual([
    { account_id: null, sum: 2 * 1009 },
    { account_id: other, sum: 1009 },
  ]);
});

it("keeps the history of an account that is only disconnected", async () => {
  const account = await data.account(ada.workspaceId, "tiktok");
  const post = await measured(account);
  const { error } = await data.supabase.clientFor(ada).rpc("disconnect_account", { account });
  expect(error).toBeNull();
  expect(await data.snapshots(post)).toHaveLength(DAYS.length);
  expect(await data.payloads(post)).toHaveLength(DAYS.length);
});

it("finishes for an account that brought nothing", async () => {
  const account = await data.account(ada.workspaceId, "tiktok");
  expect(await erase(account)).toBe(0);
  expect(await data.sql("select from public.accounts where id = $1", [account])).toEqual([]);
});
