import { NextRequest } from "next/server";
import { POST as postRefresh } from "@/app/api/v1/posts/[id]/comments/refresh/route";
import { GET as getStatus } from "@/app/api/v1/posts/[id]/comments/status/route";
import { beginConnection, completeConnection } from "@/lib/accounts/connect";
import { claimComments } from "@/lib/comments/claim";
import { runComments } from "@/lib/comments/worker";
import type { Connection } from "@/lib/platforms/connected";
import type { Account } from "../../../simulator/accounts.ts";
import { postOf } from "../../../simulator/posts.ts";
import { walkConsent } from "../../../simulator/walk-consent.ts";
import { settleAfter } from "../../support/next-server.ts";
import { scopeOf, startRefreshWorld } from "../../support/refresh.ts";
import { refreshSlot } from "../../support/refresh-calls.ts";
import type { TestUser } from "../../support/supabase.ts";

export type ReadingWorld = Awaited<ReturnType<typeof startReadingWorld>>;

export type Read = {
  post_id: string;
  state: string;
  reason: string | null;
  next_step: string | null;
  source: string | null;
  cursor: string | null;
  seen: number;
  circular: number;
  calls: number;
  attempts: number;
  lost: number;
  counted: string | null;
  read_at: Date | null;
  whole_at: Date | null;
  reads_all: boolean;
  not_before: Date | null;
  is_simulated: boolean;
};

/** A world of connected accounts whose comments are read from the simulator. */
export async function startReadingWorld(settings: Record<string, string> = {}) {
  // Nobody listens there: tests call the workers themselves.
  const world = await startRefreshWorld({ APP_URL: "http://127.0.0.1:1", ...settings });
  const { sql, db } = world;

  const api = async (method: "GET" | "POST", user: TestUser, post: string | number) => {
    const path = method === "GET" ? "status" : "refresh";
    const request = new NextRequest(`http://app.test/api/v1/posts/${post}/comments/${path}`, {
      method,
      headers: { authorization: `Bearer ${user.accessToken}` },
    });
    const handler = method === "GET" ? getStatus : postRefresh;
    const answer = await handler(request, { params: Promise.resolve({ id: String(post) }) });
    await settleAfter();
    return { status: answer.status, body: await answer.json() };
  };

  return {
    ...world,
    /** Measures a slot, which also says of which posts comments are wanted. */
    async measure(number: number) {
      await world.setSchedule(world.slot(number));
      await refreshSlot();
    },
    readAll: () => runComments(db),
    /** Leaves unread what would take long. */
    dropLarge: (most: number) =>
      sql(
        `delete from comment_reads where post_id in (select post_id from post_latest where comments > $1)`,
        [most],
      ),
    claim: async () => (await claimComments(db, 90)).order,
    settle: (batch: object) => db.rpc("settle_comments", { batch: batch as never }),
    /** What the platform has now. */
    onPlatform(platform: "youtube" | "instagram" | "facebook" | "linkedin" | "tiktok", id: string) {
      const { counts, commentsOff } = postOf(world.simulator.world, platform, id);
      return { comments: counts.comments, commentsOff };
    },
    /** Connects with these scopes alone. */
    async connectWith(user: TestUser, connection: Connection, account: Account, scopes: string[]) {
      const scope = await scopeOf(user);
      const back = await walkConsent(await beginConnection(scope, connection), {
        accounts: [account.id],
        scopes,
      });
      await completeConnection(scope, {
        state: back.searchParams.get("state") ?? "",
        code: back.searchParams.get("code") ?? "",
      });
    },
    askFor: (user: TestUser, post: string | number) => api("POST", user, post),
    statusOf: (user: TestUser, post: string | number) => api("GET", user, post),
    reads: (where = "true", values: unknown[] = []) =>
      sql<Read>(`select * from comment_reads where ${where} order by post_id`, values),
    async readOf(post: string | number) {
      const [row] = await sql<Read>("select * from comment_reads where post_id = $1", [post]);
      if (!row) throw new Error("Nobody asked for the comments of this post.");
      return row;
    },
    comments: (post: string | number) =>
      sql<{ external_id: string; parent_external_id: string | null; body: string; likes: string }>(
        "select external_id, parent_external_id, body, likes from comments where post_id = $1 order by external_id",
        [post],
      ),
    async count(statement: string, values: unknown[] = []) {
      const [row] = await sql<{ n: number }>(`select count(*)::int as n from ${statement}`, values);
      return row?.n ?? 0;
    },
    /** As if readings had waited, and workers been silent, long enough. */
    async endCommentWaits() {
      await sql("update comment_reads set not_before = null where state = 'waiting'");
      await sql(
        "update comment_reads set leased_until = now() - interval '1 s' where state = 'reading'",
      );
      await sql(
        "update private.provider_budgets set blocked_until = null, block_reason = null, failures = 0",
      );
    },
    /** A post of an account without any reading yet, most commented first. */
    async postsBy(kind: string) {
      return sql<{ id: string; external_id: string; api_id: string; comments: string | null }>(
        `select p.id, p.external_id, ap.api_id, l.comments from posts as p
         join account_posts as ap on ap.post_id = p.id join accounts as a on a.id = ap.account_id
         left join post_latest as l on l.post_id = p.id
         where a.kind = $1::account_kind order by l.comments desc nulls last, p.id`,
        [kind],
      );
    },
  };
}
