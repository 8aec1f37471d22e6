import "server-only";
import type { TokenOwner } from "@/lib/accounts/access-token";
import { type CommentOrder, postOf } from "@/lib/comments/claim";
import { readingOf } from "@/lib/comments/page-result";
import { publicYoutubeComments } from "@/lib/comments/public-youtube";
import { settleComments } from "@/lib/comments/settlement";
import { READINGS } from "@/lib/comments/sources";
import { env } from "@/lib/env";
import { accountPlatform } from "@/lib/platforms/account-registry";
import { askWithToken } from "@/lib/refresh/ask-with-token";
import { spentOnKey } from "@/lib/refresh/spending";
import type { Db } from "@/lib/supabase/server";

/** Reads one page and records it. Returns how many comments it had. */
export async function collectCommentPage(db: Db, order: CommentOrder, signal: AbortSignal) {
  return order.kind && order.account
    ? ofAccount(db, order, { kind: order.kind, account: order.account }, signal)
    : ofEverybody(db, order, signal);
}

type Owned = {
  kind: NonNullable<CommentOrder["kind"]>;
  account: NonNullable<CommentOrder["account"]>;
};

async function ofAccount(
  db: Db,
  order: CommentOrder,
  { kind, account }: Owned,
  signal: AbortSignal,
) {
  const choice = accountPlatform(kind, env());
  if (choice.kind === "unavailable") throw new Error(choice.detail);
  const { platform } = choice;
  const owner: TokenOwner = {
    workspaceId: order.workspace_id,
    accountId: account.id,
    kind,
    connection: account.connection,
  };
  const { asked, spent } = await askWithToken(
    db,
    owner,
    platform,
    signal,
    ({ accessToken, scopes }) =>
      platform.listComments(
        {
          kind,
          accountExternalId: account.external_id,
          accessToken,
          scopes,
          rejectedMetrics: [],
          signal,
        },
        postOf(order),
        { cursor: order.cursor },
      ),
  );
  const { source, newestFirst } = READINGS[kind];
  return settleComments(db, order, readingOf(order, asked), {
    ...spent,
    source,
    newestFirst,
    simulated: platform.simulated,
  });
}

async function ofEverybody(db: Db, order: CommentOrder, signal: AbortSignal) {
  const choice = publicYoutubeComments(env());
  if (choice.kind === "unavailable") throw new Error(choice.detail);
  const result = await choice.list(postOf(order), { cursor: order.cursor }, signal);
  const { source, newestFirst } = READINGS.youtube_channel;
  return settleComments(db, order, readingOf(order, { kind: "answered", result }), {
    ...spentOnKey(choice.limits, result),
    source,
    newestFirst,
    simulated: choice.simulated,
  });
}
