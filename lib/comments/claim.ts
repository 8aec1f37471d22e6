import "server-only";
import { z } from "zod";
import { commentSources } from "@/lib/comments/sources";
import { ACCOUNT_KINDS, CONNECTIONS } from "@/lib/platforms/connected";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { MEDIA_KINDS } from "@/lib/posts/schema";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const order = z.object({
  post_id: z.number(),
  lease_token: z.uuid(),
  workspace_id: z.uuid(),
  platform: z.enum(PLATFORM_IDS),
  /** Null: read as everybody may. */
  kind: z.enum(ACCOUNT_KINDS).nullable(),
  cursor: z.string().nullable(),
  attempts: z.number(),
  /** Calls that were taken out of the budgets for it. */
  reserved: z.number(),
  api_id: z.string(),
  external_id: z.string(),
  media_kind: z.enum(MEDIA_KINDS).nullable(),
  published_at: z.string().nullable(),
  account: z
    .object({ id: z.uuid(), external_id: z.string(), connection: z.enum(CONNECTIONS) })
    .nullable(),
});
/** One page of one post's comments. */
export type CommentOrder = z.output<typeof order>;

const claimed = z.object({ order: order.nullable(), next_in_seconds: z.number().nullable() });

/** Leases the next page, or says in how many seconds there may be one (null: never). */
export async function claimComments(db: Db, leaseSeconds: number) {
  const answer = await db.rpc("claim_comments", {
    sources: commentSources(),
    lease_seconds: leaseSeconds,
  });
  return claimed.parse(unwrap(answer));
}

/** The post as its platform wants it named. */
export function postOf({ api_id, external_id, media_kind, published_at }: CommentOrder) {
  return {
    apiId: api_id,
    externalId: external_id,
    mediaKind: media_kind,
    publishedAt: published_at,
  };
}
