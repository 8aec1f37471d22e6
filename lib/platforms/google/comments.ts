import { z } from "zod";
import type { AccountPost, ApiResult, Comment, CommentPage } from "../connected.ts";
import { oddity } from "../provider-values.ts";
import type { PlatformSettings } from "../settings.ts";
import type { GoogleCaller } from "./caller.ts";
import { readComment, readThread } from "./comment.ts";

/** Where to go on: threads whose replies are still to be read come before the next page of threads. */
const position = z.object({
  page: z.string().nullable(),
  /** Page of the first thread's replies. */
  replyPage: z.string().nullable(),
  threads: z.array(z.string()),
});

type Position = z.output<typeof position>;

const list = z.object({
  items: z.array(z.unknown()).default([]),
  nextPageToken: z.string().min(1).nullish(),
});

/** One request a page: a hundred threads with the replies that come along, or a hundred replies of one thread. */
export async function listComments(
  youtube: string,
  caller: GoogleCaller,
  { apiId }: AccountPost,
  { cursor }: { cursor: string | null },
  settings: PlatformSettings,
): Promise<ApiResult<CommentPage>> {
  const at = cursor === null ? null : readPosition(cursor);
  const [thread] = at?.threads ?? [];
  const got = await getPublic(
    caller,
    settings,
    thread ? `${youtube}/comments` : `${youtube}/commentThreads`,
    thread ? repliesQuery(thread, at?.replyPage) : threadsQuery(apiId, at?.page),
  );
  if (got.kind === "refused") {
    if (got.reasons.includes("commentsDisabled")) return caller.done({ state: "off" });
    // Deleted since its page was read: the others are still there.
    if (at && thread && got.status === 404) return page(caller, [], afterThread(at));
    return got.refusal;
  }
  const read = list.safeParse(got.body);
  if (!read.success) return caller.unreadable(`a list of comments (${oddity(read.error)})`);
  const { items, nextPageToken = null } = read.data;

  if (at && thread) {
    const replies = items.flatMap((item) => readComment(item, thread) ?? []);
    const next = nextPageToken ? { ...at, replyPage: nextPageToken } : afterThread(at);
    return page(caller, replies, next);
  }
  const threads = items.flatMap((item) => readThread(item) ?? []);
  return page(
    caller,
    threads.flatMap(({ comments }) => comments),
    {
      page: nextPageToken,
      replyPage: null,
      threads: threads.flatMap(({ id, moreReplies }) => (moreReplies ? [id] : [])),
    },
  );
}

/** Everybody may read them, yet some tokens may not: then the server's key, where it has one. */
async function getPublic(
  caller: GoogleCaller,
  { YOUTUBE_API_KEY: key }: PlatformSettings,
  url: string,
  query: Record<string, string>,
) {
  const got = await caller.get(url, query);
  const scopeMissing =
    got.kind === "refused" &&
    got.status === 403 &&
    got.refusal.kind === "failed" &&
    !got.reasons.includes("commentsDisabled");
  return scopeMissing && key ? caller.get(url, query, { key }) : got;
}

function threadsQuery(videoId: string, page: string | null | undefined) {
  return {
    part: "snippet,replies",
    videoId,
    maxResults: "100",
    order: "time",
    textFormat: "plainText",
    ...(page && { pageToken: page }),
  };
}

function repliesQuery(parentId: string, page: string | null | undefined) {
  return {
    part: "snippet",
    parentId,
    maxResults: "100",
    textFormat: "plainText",
    ...(page && { pageToken: page }),
  };
}

function page(caller: GoogleCaller, comments: Comment[], next: Position): ApiResult<CommentPage> {
  const more = next.page !== null || next.threads.length > 0;
  return caller.done({ state: "open", comments, cursor: more ? JSON.stringify(next) : null });
}

function afterThread({ page, threads }: Position): Position {
  return { page, replyPage: null, threads: threads.slice(1) };
}

function readPosition(cursor: string): Position | null {
  try {
    return position.parse(JSON.parse(cursor));
  } catch {
    // Not one of ours: from the beginning.
    return null;
  }
}
