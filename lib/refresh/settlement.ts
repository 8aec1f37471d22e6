import "server-only";
import { withoutSecrets } from "@/lib/log/log";
import type { ListedPost, Measurement, RejectedMetric } from "@/lib/platforms/connected";
import { measuredRecord } from "@/lib/platforms/measured-record";
import { record } from "@/lib/queue/record";
import type { Unit } from "@/lib/refresh/claim";
import { storableText } from "@/lib/storable";
import type { Db } from "@/lib/supabase/server";

/** What became of a unit. Details are the platform's sentences. */
export type UnitResult =
  | { kind: "listed"; posts: ListedPost[]; next: string | null; whole: boolean; unreadable: number }
  | {
      kind: "measured";
      measured: { postId: number; externalId: string; measurements: Measurement[] }[];
      gone: { postId: number; detail: string }[];
      failed: { postId: number; code: string; detail: string }[];
      later: number[];
    }
  /** Not now. `counts`: as one of its five attempts. */
  | {
      kind: "again";
      code: string;
      detail: string;
      afterSeconds: number;
      counts: boolean;
      resumeRef?: string;
    }
  | { kind: "failed"; code: string; detail: string };

/** What the calls of a unit cost, and what was learnt of the platform's limits. */
export type Spent = { calls: number; reports: object[]; rejected: RejectedMetric[] };

export const NOTHING_SPENT: Spent = { calls: 0, reports: [], rejected: [] };

/** What planning needs to know once a list is complete. */
type Planning = { batch_size: number; app: object; simulated: boolean };

/** Records a unit, all or nothing. Throws `conflict` when its lease was lost. */
export async function settleUnit(
  db: Db,
  unit: Unit,
  result: UnitResult,
  spent: Spent,
  planning: Planning,
) {
  const batch = {
    unit_id: unit.unit_id,
    lease_token: unit.lease_token,
    workspace_id: unit.workspace_id,
    is_simulated: planning.simulated,
    batch_size: planning.batch_size,
    app: planning.app,
    calls: spent.calls,
    reports: spent.reports,
    rejected: rejectedRecord(spent.rejected),
    ...resultRecord(result),
  };
  // safe because JSON is what it becomes on the way
  return record(() => db.rpc("settle_unit", { batch: batch as never }));
}

function resultRecord(result: UnitResult) {
  switch (result.kind) {
    case "listed":
      return {
        posts: result.posts.map(listedRecord),
        cursor: result.next,
        whole: result.whole,
        ...(result.unreadable > 0 && {
          note: {
            code: "provider_error",
            detail: `${result.unreadable} of the listed posts were described in an unknown way and are left out.`,
          },
        }),
      };
    case "measured":
      return {
        measured: result.measured.flatMap(({ postId, externalId, measurements }) =>
          measurements.map(({ source, metrics, definition, payload }) => ({
            post_id: postId,
            external_id: externalId,
            source,
            definition,
            payload,
            ...measuredRecord(metrics),
          })),
        ),
        gone: result.gone.map(({ postId, detail }) => ({
          post_id: postId,
          detail: safeDetail(detail),
        })),
        failed: result.failed.map(({ postId, code, detail }) => ({
          post_id: postId,
          code,
          detail: safeDetail(detail),
        })),
        later: result.later,
      };
    case "again":
      return {
        again: {
          code: result.code,
          detail: safeDetail(result.detail),
          after_seconds: result.afterSeconds,
          counts: result.counts,
          resume_ref: result.resumeRef ?? null,
        },
      };
    case "failed":
      return { failure: { code: result.code, detail: safeDetail(result.detail) } };
  }
}

function listedRecord(post: ListedPost) {
  return {
    api_id: post.apiId,
    external_id: post.externalId,
    url: post.url,
    author_handle: post.authorHandle,
    author_name: post.authorName,
    title: post.title,
    caption: post.caption,
    media_kind: post.mediaKind,
    duration_seconds: post.durationSeconds,
    thumbnail_url: post.thumbnailUrl,
    published_at: post.publishedAt,
  };
}

function rejectedRecord(rejected: RejectedMetric[]) {
  const at = new Date().toISOString();
  return Object.fromEntries(
    rejected.map(({ name, metric, detail }) => [name, { metric, detail: safeDetail(detail), at }]),
  );
}

/** Platforms quote requests in their errors, tokens included. */
export function safeDetail(detail: string) {
  return storableText(withoutSecrets(detail));
}
