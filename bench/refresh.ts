import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { connectAccount, signInPerson } from "../scripts/stack/connect-account.ts";
import { consentTo } from "../scripts/stack/seed-accounts.ts";
import { createAccountBook } from "../simulator/accounts.ts";
import type { Bench } from "./cases.ts";
import { printFigure } from "./figures.ts";

const POLL_MS = 250;
const CONNECTIONS = [
  ["youtube", "youtube"],
  ["tiktok", "tiktok"],
  ["instagram", "instagram"],
  ["facebook", "facebook"],
  ["linkedin", "linkedin"],
] as const;

/** One slot of 20 accounts with 500 posts each: connected, listed and measured once before. */
export async function benchRefresh({ info, product }: Bench) {
  const sql = postgres(info.databaseUrl, { max: 2, onnotice: () => {} });
  try {
    await connectLargeAccounts(sql, info, product);
    // As if the slot had not come yet.
    await sql`delete from refresh_runs where trigger = 'schedule'`;
    await sql`delete from private.schedule_slots`;
    const before = await callsOf(info.simulatorUrl);
    const start = performance.now();
    let remaining = 1;
    while (remaining > 0) {
      const answer = await fetch(new URL("/api/cron/studio/metrics-refresh", info.appUrl), {
        headers: { authorization: `Bearer ${info.cronSecret}` },
      });
      // safe because the route's own test checks its shape
      ({ remaining } = (await answer.json()) as { remaining: number });
    }
    const seconds = (performance.now() - start) / 1000;
    const [run] = await sql`
      select r.planned, r.measured, r.calls, (
        select count(*)::int from post_metrics as m
        join metric_sources as s using (source)
        join account_posts as ap using (post_id)
        where m.bucket_at = r.slot and s.is_headline) as rows
      from refresh_runs as r where r.trigger = 'schedule' order by r.slot desc limit 1`;
    const after = await callsOf(info.simulatorUrl);
    const stats = (after["youtube.batchGetStats"] ?? 0) - (before["youtube.batchGetStats"] ?? 0);
    const lists = (after["youtube.playlistItems"] ?? 0) - (before["youtube.playlistItems"] ?? 0);
    const [youtube] = await sql`
      select count(*)::int as posts from account_posts as ap
      join accounts as a on a.id = ap.account_id where a.platform = 'youtube' and ap.measured_slot is not null`;
    printFigure(
      "refresh slot, 20 accounts",
      { ms: seconds * 1000 },
      `${run?.planned} posts due, ${run?.rows} snapshots written, ${run?.calls} calls`,
    );
    console.log(
      `  YouTube: ${stats} batchGetStats calls for ${youtube?.posts} posts, and ${lists} to look for new ones`,
    );
    if (run?.planned !== run?.rows) throw new Error("Not every due post has one snapshot.");
  } finally {
    await sql.end();
  }
}

async function connectLargeAccounts(
  sql: postgres.Sql,
  info: Bench["info"],
  product: Bench["product"],
) {
  const person = await signInPerson(info.supabaseUrl, info.publishableKey, info);
  const [{ anchor }] = await sql<[{ anchor: Date }]>`select ${info.anchor}::timestamptz as anchor`;
  const book = createAccountBook("media-metrics-lab", anchor.getTime());
  for (const [connection, platform] of CONNECTIONS) {
    const large = book.accounts.filter((each) => each.platform === platform && each.large);
    for (const account of large) {
      await connectAccount(info.appUrl, person, connection, consentTo(book, connection, account));
    }
  }
  const idle = await sql<{ id: string }[]>`
    select id from accounts where status = 'disabled' and kind <> 'linkedin_member'`;
  for (const { id } of idle) {
    await product.call("POST", `/api/v1/accounts/${id}/enable`, { enabled: true });
  }
  for (let open = 1; open > 0; ) {
    await sleep(POLL_MS);
    [{ open }] = await sql<[{ open: number }]>`
      select count(*)::int as open from refresh_runs where status = 'running'`;
  }
  const [{ posts }] = await sql<
    [{ posts: number }]
  >`select count(*)::int as posts from account_posts`;
  console.log(`  20 accounts connected, ${posts} posts known`);
}

async function callsOf(simulatorUrl: string) {
  const answer = await fetch(new URL("/_control/requests", simulatorUrl));
  // safe because the simulator is ours
  const seen = (await answer.json()) as Record<string, { count: number }>;
  return Object.fromEntries(Object.entries(seen).map(([name, { count }]) => [name, count]));
}
