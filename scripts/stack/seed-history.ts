import type postgres from "postgres";
import { readEnv } from "../../lib/env.ts";
import { accountPlatform } from "../../lib/platforms/account-registry.ts";
import type {
  Access,
  AccountKind,
  AccountPost,
  Platform,
  PostOutcome,
} from "../../lib/platforms/connected.ts";
import { measuredRecord } from "../../lib/platforms/measured-record.ts";
import { startSimulator } from "../../simulator/start-simulator.ts";
import { seedFollowers } from "./seed-followers.ts";

const HOUR_MS = 3_600_000;
const SLOT_MS = 6 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 30;
/** One account was not measured for three days: what a gap looks like. */
const GAP = { kind: "youtube_channel", fromDay: 12, untilDay: 9 };

const SERVERS = {
  youtube_channel: "google",
  tiktok_user: "tiktok",
  instagram_page: "facebook",
  instagram_user: "instagram",
  facebook_page: "facebook",
  linkedin_organization: "linkedin",
  linkedin_member: "linkedin",
} as const;

type Simulator = Awaited<ReturnType<typeof startSimulator>>;
type Account = { id: string; kind: AccountKind; external_id: string; scopes: string[] };
type Post = {
  post_id: string;
  api_id: string;
  external_id: string;
  media_kind: AccountPost["mediaKind"];
  published_at: Date;
};

/**
 * Measures the accounts' posts, and counts their followers, as they were in each slot of the last 30 days, through the product's own
 * clients and a simulator whose clock stands there. Everything it writes is marked as simulated.
 */
export async function seedHistory(sql: postgres.Sql, workspaceId: string, anchorMs: number) {
  const clock = { ms: Date.now() };
  const simulator = await startSimulator({ port: 0, now: () => clock.ms, anchorMs });
  try {
    const settings = readEnv({
      NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1",
      NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "none",
      SUPABASE_SECRET_KEY: "none",
      CRON_SECRET: "none-needed-for-this",
      FEATURE_FAKE_INSIGHTS: "true",
      SIMULATOR_URL: simulator.url,
    });
    const accounts = await sql<Account[]>`
      select id, kind, external_id, scopes from accounts
      where workspace_id = ${workspaceId} and status = 'connected'`;
    for (const account of accounts) {
      const choice = accountPlatform(account.kind, settings, { now: () => clock.ms });
      if (choice.kind === "unavailable") continue;
      const posts = await sql<Post[]>`
        select ap.post_id, ap.api_id, p.external_id, p.media_kind, p.published_at
        from account_posts as ap join posts as p on p.id = ap.post_id
        where ap.account_id = ${account.id} and p.published_at is not null`;
      const now = Date.now();
      const newest = Math.floor((now - 1) / SLOT_MS) * SLOT_MS;
      for (let slot = newest - DAYS * DAY_MS; slot < newest; slot += SLOT_MS) {
        const age = (now - slot) / DAY_MS;
        if (account.kind === GAP.kind && age < GAP.fromDay && age > GAP.untilDay) continue;
        clock.ms = slot + 2 * 60_000;
        const access: Access = {
          kind: account.kind,
          accountExternalId: account.external_id,
          accessToken: tokenOf(simulator, account),
          scopes: account.scopes,
          rejectedMetrics: [],
          signal: AbortSignal.timeout(30_000),
        };
        const due = posts.filter(({ published_at }) => published_at.getTime() < clock.ms);
        const whose = { workspaceId, accountId: account.id };
        await seedFollowers(sql, whose, choice.platform, access, new Date(clock.ms));
        await measureSlot(sql, workspaceId, choice.platform, access, due, slot, clock.ms);
      }
    }
  } finally {
    await simulator.close();
  }
}

/** As if the account had been connected then. Pages, and what is behind them, need the Page's own token. */
function tokenOf({ book, grants }: Simulator, { kind, external_id, scopes }: Account) {
  const own = book.accounts.find(({ id }) => id === external_id);
  const page = book.accounts.find(
    ({ platform, handle }) => platform === "facebook" && handle === own?.handle,
  );
  const server = SERVERS[kind];
  const accounts = [own, server === "facebook" ? page : undefined].filter((each) => !!each);
  const consent = {
    server,
    accounts,
    scopes,
    redirectUri: "",
    codeChallenge: null,
    offline: false,
  };
  const pageId = server === "facebook" ? page?.id : undefined;
  return grants.issue({ ...consent, ...(pageId && { pageId }) }, 600, false).accessToken;
}

async function measureSlot(
  sql: postgres.Sql,
  workspaceId: string,
  platform: Platform,
  access: Access,
  posts: Post[],
  slotMs: number,
  capturedMs: number,
) {
  for (let at = 0; at < posts.length; at += platform.batchSize) {
    const batch = posts.slice(at, at + platform.batchSize);
    const result = await platform.measure(
      access,
      batch.map(({ api_id, external_id, media_kind, published_at }) => ({
        apiId: api_id,
        externalId: external_id,
        mediaKind: media_kind,
        publishedAt: published_at.toISOString(),
      })),
    );
    if (result.kind !== "done") throw new Error(`The demo's history: ${result.detail}`);
    await record(sql, workspaceId, batch, result.value, slotMs, capturedMs);
  }
}

async function record(
  sql: postgres.Sql,
  workspaceId: string,
  posts: Post[],
  outcomes: Map<string, PostOutcome>,
  slotMs: number,
  capturedMs: number,
) {
  const rows = posts.flatMap(({ post_id, api_id, external_id }) => {
    const outcome = outcomes.get(api_id);
    if (outcome?.kind !== "measured") return [];
    return outcome.measurements.map(({ source, metrics, definition, payload }) => ({
      post_id,
      external_id,
      source,
      definition,
      payload,
      ...measuredRecord(metrics),
    }));
  });
  const [slot, captured] = [new Date(slotMs), new Date(capturedMs)];
  await sql`
    with item as materialized (
      select * from jsonb_to_recordset(${sql.json(rows)}) as m (
        post_id bigint, external_id text, source text, impressions bigint, reach bigint, views bigint, likes bigint,
        comments bigint, shares bigint, saves bigint, clicks bigint, video_views bigint, absent jsonb, definition text,
        payload text)
    ), raw as (
      insert into raw_events (workspace_id, source, run_ref, external_id, received_at, is_simulated, payload, payload_hash)
      select ${workspaceId}::uuid, source, ${`demo:${slot.toISOString()}`}, external_id, ${captured}, true, payload::json,
        sha256(convert_to(payload, 'UTF8'))
      from item on conflict do nothing returning id, external_id, source
    )
    insert into post_metrics (
      workspace_id, post_id, bucket_at, source, captured_at, impressions, reach, views, likes, comments, shares,
      saves, clicks, video_views, absent, definition, raw_event_id, is_simulated)
    select ${workspaceId}::uuid, post_id, ${slot}, source, ${captured}, impressions, reach, views, likes, comments, shares,
      saves, clicks, video_views, absent, definition, raw.id, true
    from item left join raw using (external_id, source)
    on conflict do nothing`;
}
