import "server-only";
import type { CommentOrder } from "@/lib/comments/claim";
import type { PageResult } from "@/lib/comments/page-result";
import { withoutSecrets } from "@/lib/log/log";
import type { Comment } from "@/lib/platforms/connected";
import { record } from "@/lib/queue/record";
import { storableText } from "@/lib/storable";
import type { Db } from "@/lib/supabase/server";

/** What the calls cost, and how what they brought is to be kept. */
type Told = {
  calls: number;
  reports: object[];
  source: string;
  newestFirst: boolean;
  simulated: boolean;
};

/** Records a page, all or nothing. Throws `conflict` when its lease was lost. Returns how many comments it had. */
export async function settleComments(
  db: Db,
  { post_id, workspace_id, lease_token, reserved, account }: CommentOrder,
  result: PageResult,
  { calls, reports, source, newestFirst, simulated }: Told,
) {
  const batch = {
    post_id,
    workspace_id,
    lease_token,
    reserved,
    account_id: account?.id ?? null,
    calls,
    reports,
    source,
    newest_first: newestFirst,
    is_simulated: simulated,
    ...recordOf(result),
  };
  // safe because JSON is what it becomes on the way
  await record(() => db.rpc("settle_comments", { batch: batch as never }));
  return result.kind === "page" ? result.comments.length : 0;
}

function recordOf(result: PageResult) {
  switch (result.kind) {
    case "page":
      return { comments: result.comments.map(commentRecord), cursor: result.cursor };
    case "again":
      return {
        again: {
          detail: safe(result.detail),
          after_seconds: result.afterSeconds,
          counts: result.counts,
        },
      };
    case "ended":
      return {
        ended: { state: result.state, reason: safe(result.reason), next_step: result.nextStep },
      };
  }
}

function commentRecord(comment: Comment) {
  return {
    external_id: comment.externalId,
    parent_external_id: comment.parentExternalId,
    author_handle: storable(comment.authorHandle),
    author_external_id: comment.authorExternalId,
    author_name: storable(comment.authorName),
    body: storable(comment.text),
    likes: comment.likes,
    replies: comment.replies,
    published_at: comment.publishedAt,
  };
}

function storable(text: string | null) {
  return text === null ? null : storableText(text);
}

// Platforms quote requests in their errors, tokens included.
function safe(detail: string) {
  return storableText(withoutSecrets(detail)).slice(0, 500);
}
