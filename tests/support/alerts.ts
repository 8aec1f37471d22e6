import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { NextRequest } from "next/server";
import { SMTPServer } from "smtp-server";
import { startAnsweringServer } from "./answering-server.ts";
import { startSupabase, type TestUser } from "./supabase.ts";

export type AlertsWorld = Awaited<ReturnType<typeof startAlertsWorld>>;

type Handler = (
  request: NextRequest,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

type Incident = {
  id: string;
  subject: string;
  value: string | null;
  is_quiet: boolean;
  is_simulated: boolean;
  closed_at: Date | null;
  detail: Record<string, unknown>;
};

/** A workspace's alerts, with a mail server and a receiver of webhooks, both real. */
export async function startAlertsWorld() {
  const mails: { to: string[]; text: string }[] = [];
  const post = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, { envelope }, done) {
      let text = "";
      stream.on("data", (piece) => {
        text += piece;
      });
      stream.on("end", () => {
        mails.push({ to: envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  const listening = post.listen(0, "127.0.0.1");
  await once(listening, "listening");
  // The server that is asked to work on its queues: this test, which does it.
  const self = await startAnsweringServer();
  process.env.APP_URL = self.url;
  // safe because it listens on a port
  process.env.SMTP_URL = `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  process.env.MAIL_FROM = "Media Metrics Lab <metrics@app.test>";
  const supabase = await startSupabase();
  const receiver = await startAnsweringServer();
  receiver.answers(() => ({ status: 204, body: "" }));
  const db = supabase.serviceClient();
  const { runAlerts } = await import("@/lib/alerts/worker");
  const { sql } = supabase;

  return {
    ...supabase,
    db,
    mails,
    self,
    receiver,
    runAlerts: () => runAlerts(db),
    evaluate: async (workspaceId: string) => {
      const { data, error } = await db.rpc("evaluate_alerts", { workspace: workspaceId });
      if (error) throw error;
      // safe because the function says so
      return data as { opened: number; closed: number; deliveries: number };
    },

    /** A rule as its table holds it, that has begun to watch. The two that come with the workspace go. */
    async onlyRule(workspaceId: string, kind: string, condition: object, also: object = {}) {
      await sql("delete from alert_rules where workspace_id = $1", [workspaceId]);
      const fields = { name: kind, watched_since: new Date(), is_on: true, ...also };
      const [made] = await sql<{ id: string }>(
        `insert into alert_rules (workspace_id, kind, name, condition, platform, by_email, by_webhook, is_on, watched_since)
         select $1, $2, f.name, $3, f.platform, coalesce(f.by_email, false), coalesce(f.by_webhook, false), f.is_on, f.watched_since
         from jsonb_populate_record(null::alert_rules, $4) as f returning id`,
        [workspaceId, kind, condition, fields],
      );
      if (!made) throw new Error("No rule was made.");
      return made.id;
    },

    incidents: (workspaceId: string) =>
      sql<Incident>(
        "select * from alert_incidents where workspace_id = $1 order by opened_at, subject",
        [workspaceId],
      ),

    /** A measured post; views null: the platform does not tell them. */
    async post(workspaceId: string, name: string, views: number | null, daysOld = 1) {
      const untold = ["impressions", "reach", "shares", "saves", "clicks", "video_views"];
      const missing = views === null ? [...untold, "views", "likes"] : untold;
      const absent = Object.fromEntries(missing.map((metric) => [metric, "not_offered"]));
      const [made] = await sql<{ id: string }>(
        `with post as (
           insert into posts (workspace_id, platform, external_id, url, title, published_at, media_kind)
           values ($1, 'youtube', $2, 'https://www.youtube.com/watch?v=' || $2, $2, now() - make_interval(days => $4), 'short')
           on conflict (workspace_id, platform, external_id) do update set title = excluded.title returning id)
         insert into post_latest (post_id, workspace_id, bucket_at, source, captured_at, views, likes, comments, absent, definition, is_simulated)
         select id, $1, now(), 'youtube_data', now(), $3, $3, 0, $5, 'youtube_data.2025-03-31', true from post
         on conflict (post_id) do update set views = excluded.views, likes = excluded.likes, absent = excluded.absent, captured_at = now() returning post_id as id`,
        [workspaceId, name, views, daysOld, absent],
      );
      return Number(made?.id);
    },

    async account(workspaceId: string, handle: string, also: { reconnectBy?: string } = {}) {
      const [made] = await sql<{ id: string }>(
        `insert into accounts (workspace_id, platform, kind, connection, external_id, handle, name, status, is_simulated, reconnect_by, connected_at)
         values ($1, 'youtube', 'youtube_channel', 'youtube', $2, $2, $2, 'connected', true, $3, now() - interval '30 days') returning id`,
        [workspaceId, handle, also.reconnectBy ?? null],
      );
      if (!made) throw new Error("No account was made.");
      return made.id;
    },

    /** A call of an endpoint by this person, in a workspace. */
    async call(user: TestUser, handler: Handler, { id = "", query = "", body, method }: Call = {}) {
      const request = new NextRequest(`http://app.test/api/v1/alerts${query}`, {
        method: method ?? (body === undefined ? "GET" : "POST"),
        headers: {
          authorization: `Bearer ${user.accessToken}`,
          "x-workspace-id": user.workspaceId,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer = await handler(request, { params: Promise.resolve({ id }) });
      const text = await answer.text();
      return { status: answer.status, body: text ? JSON.parse(text) : null };
    },

    /** Lets recording a message take long, so that its worker can be killed before. Returns how to mend it. */
    async breakSettling() {
      await sql(`create function private.hold_settling() returns trigger language plpgsql as
        $$ begin perform pg_sleep(3600); return new; end $$`);
      await sql(`create trigger hold_settling before update on alert_deliveries for each row
        when (old.state = 'sending' and new.state <> 'sending') execute function private.hold_settling()`);
      return async () => {
        await sql(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event = 'PgSleep'`);
        await sql("drop trigger hold_settling on alert_deliveries");
      };
    },

    async stop() {
      await Promise.all([supabase.stop(), receiver.close(), self.close()]);
      post.close();
    },
  };
}

type Call = { id?: string; query?: string; body?: unknown; method?: string };
