import { afterAll, beforeAll, expect, it } from "vitest";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";

let supabase: Supabase;
beforeAll(async () => {
  supabase = await startSupabase();
});
afterAll(() => supabase.stop());

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

async function account(ada: TestUser, platform: "tiktok" | "youtube", name: string, lost = false) {
  const [made] = await supabase.sql<{ id: string }>(
    `insert into public.accounts (workspace_id, platform, kind, connection, external_id, name, handle, status, problem, is_simulated)
     values ($1, $2::text::public.platform, $3::text::public.account_kind, $2::text, $4::text, $4::text, $4::text,
       $5::text::public.account_status, $6::text, false) returning id`,
    [
      ada.workspaceId,
      platform,
      platform === "tiktok" ? "tiktok_user" : "youtube_channel",
      name,
      lost ? "needs_reconnect" : "connected",
      lost ? "expired" : null,
    ],
  );
  return made?.id ?? "";
}

/** A run that measured an account so many hours ago, or failed to. */
async function measured(ada: TestUser, id: string, hours: number, error: string | null = null) {
  await supabase.sql(
    `with run as (
       insert into public.refresh_runs (workspace_id, trigger, slot, status, created_at, finished_at)
       values ($1::uuid, 'account', $3::timestamptz, 'completed', $3::timestamptz, $3::timestamptz) returning id)
     insert into public.refresh_units (workspace_id, run_id, account_id, platform, task, slot, status, error_detail, finished_at)
     select $1::uuid, run.id, $2::uuid, 'tiktok', 'measure', $3::timestamptz, case when $4::text is null then 'done' else 'failed' end, $4::text, $3::timestamptz from run`,
    [ada.workspaceId, id, ago(hours), error],
  );
}

type Source = { source: string; state: string; reason: string; accounts: number };
async function sources(ada: TestUser) {
  const { data, error } = await supabase
    .clientFor(ada)
    .rpc("source_freshness", { workspace: ada.workspaceId });
  if (error) throw error;
  // safe because source_freshness says so
  return data as unknown as Source[];
}

it("tells each source by its worst account: fresh, due, stale with the cause, never, cut off", async () => {
  const ada = await supabase.createUser("ada");
  expect(await sources(ada)).toEqual([]);
  const first = await account(ada, "tiktok", "oats");
  expect(await sources(ada)).toMatchObject([{ source: "tiktok", state: "never" }]);
  await measured(ada, first, 1);
  expect(await sources(ada)).toMatchObject([{ state: "fresh", accounts: 1 }]);
  await supabase.sql(
    "update public.refresh_units set finished_at = $2::timestamptz where account_id = $1",
    [first, ago(8)],
  );
  expect(await sources(ada)).toMatchObject([{ state: "due" }]);
  await supabase.sql(
    "update public.refresh_units set finished_at = $2::timestamptz where account_id = $1",
    [first, ago(20)],
  );
  await measured(ada, first, 2, "The provider answered 503");
  const second = await account(ada, "tiktok", "kale");
  await measured(ada, second, 1);
  const [stale] = await sources(ada);
  expect(stale).toMatchObject({ state: "stale", accounts: 2 });
  expect(stale?.reason).toMatch(/^@oats has not been measured.*The provider answered 503\.$/);
  await account(ada, "youtube", "lost", true);
  expect(await sources(ada)).toMatchObject([
    { source: "youtube", state: "cut_off" },
    { source: "tiktok", state: "stale" },
  ]);
});

it("ticks first steps off by what is there, and puts the list away for one person alone", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  const steps = async (who: TestUser) => {
    const { data } = await supabase
      .clientFor(who)
      .rpc("first_steps", { workspace: ada.workspaceId });
    return data;
  };
  const none = { upload: false, connect: false, ingest: false, invite: false };
  expect(await steps(ada)).toEqual({ ...none, is_empty: true, is_dismissed: false });
  expect(await steps(bob)).toBeNull();
  await account(ada, "tiktok", "oats");
  await supabase.addMember(ada.workspaceId, bob, "viewer");
  for (let twice = 0; twice < 2; twice++) {
    const { error } = await supabase
      .clientFor(ada)
      .rpc("dismiss_hint", { workspace: ada.workspaceId, hint: "first_steps" });
    expect(error).toBeNull();
  }
  expect(await steps(ada)).toMatchObject({
    ...{ connect: true, invite: true },
    ...{ is_empty: false, is_dismissed: true },
  });
  expect(await steps(bob)).toMatchObject({ upload: false, is_dismissed: false });
});

it("lists what wants somebody: a lost account by name, failing posts, stale sources", async () => {
  const ada = await supabase.createUser("ada");
  const asked = async () => {
    const { data, error } = await supabase
      .clientFor(ada)
      .rpc("needs_attention", { workspace: ada.workspaceId });
    if (error) throw error;
    return data;
  };
  expect(await asked()).toEqual([]);
  const oats = await account(ada, "tiktok", "oats");
  await measured(ada, oats, 30);
  const lost = await account(ada, "youtube", "lost", true);
  await supabase.sql(
    "insert into public.notices (workspace_id, account_id, kind) values ($1, $2, 'needs_reconnect')",
    [ada.workspaceId, lost],
  );
  await supabase.sql(
    `with post as (insert into public.posts (workspace_id, platform, external_id, url)
       values ($1, 'tiktok', 'p', 'https://example.test') returning id)
     insert into public.account_posts (post_id, workspace_id, account_id, api_id, failures, failed_at)
     select id, $1, $2, 'api', 3, now() from post`,
    [ada.workspaceId, oats],
  );
  expect(await asked()).toMatchObject([
    { kind: "reconnect", subject: lost, name: "@lost", detail: "expired" },
    { kind: "stale", subject: "tiktok", platform: "tiktok" },
    { kind: "failing_posts", amount: 1 },
  ]);
});

it("tells of a run that ended too early, also when nobody gave a code for it", async () => {
  const ada = await supabase.createUser("ada");
  await supabase.sql(
    `insert into public.ingest_runs (workspace_id, slot, trigger, token_source, state, finished_at)
     values ($1, now(), 'manual', 'server', 'timed_out', now())`,
    [ada.workspaceId],
  );
  const { data } = await supabase
    .clientFor(ada)
    .rpc("needs_attention", { workspace: ada.workspaceId });
  expect(data).toMatchObject([{ kind: "failed_ingest", detail: "timed_out" }]);
});
