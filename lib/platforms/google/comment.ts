import { z } from "zod";
import type { Comment } from "../connected.ts";
import { count, moment, payloadOf, text } from "../provider-values.ts";

const comment = z.object({
  id: z.string().min(1),
  snippet: z.object({
    authorDisplayName: text.nullish().catch(null),
    authorChannelId: z.object({ value: z.string() }).nullish().catch(null),
    textOriginal: text.nullish().catch(null),
    textDisplay: text.nullish().catch(null),
    likeCount: count.nullish().catch(null),
    publishedAt: moment.nullish().catch(null),
  }),
});

const thread = z.object({
  id: z.string().min(1),
  snippet: z.object({
    topLevelComment: z.unknown(),
    totalReplyCount: count.nullish().catch(null),
  }),
  replies: z
    .object({ comments: z.array(z.unknown()) })
    .nullish()
    .catch(null),
});

export function readComment(
  item: unknown,
  parentExternalId: string | null,
  replies: string | null = null,
): Comment | null {
  const read = comment.safeParse(item);
  if (!read.success) return null;
  const { id, snippet } = read.data;
  const name = snippet.authorDisplayName ?? null;
  return {
    externalId: id,
    parentExternalId,
    authorExternalId: snippet.authorChannelId?.value ?? null,
    authorHandle: name?.startsWith("@") ? name.slice(1) : null,
    authorName: name,
    text: snippet.textOriginal ?? snippet.textDisplay ?? null,
    likes: snippet.likeCount ?? null,
    replies,
    publishedAt: snippet.publishedAt ?? null,
    payload: payloadOf(item),
  };
}

/** A thread's comments as far as they come along. With `moreReplies` all its replies are still to be read. */
export function readThread(item: unknown) {
  const read = thread.safeParse(item);
  if (!read.success) return null;
  const { id, snippet, replies } = read.data;
  const top = readComment(snippet.topLevelComment, null, snippet.totalReplyCount ?? null);
  if (!top) return null;
  const inlined =
    replies?.comments.flatMap((reply) => readComment(reply, top.externalId) ?? []) ?? [];
  const moreReplies = Number(snippet.totalReplyCount ?? 0) > inlined.length;
  return { id, comments: moreReplies ? [top] : [top, ...inlined], moreReplies };
}
