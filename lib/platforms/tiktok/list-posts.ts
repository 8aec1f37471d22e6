import type { ApiResult, ListedPost, PostPage } from "../connected.ts";
import { oddity } from "../provider-values.ts";
import type { TiktokCaller } from "./caller.ts";
import { LIST_FIELDS, readListed, videoPage } from "./video.ts";

const PAGE = 20;

/** One page of an account's public posts, newest first. The cursor is a time in milliseconds. */
export async function listTiktokPosts(
  caller: TiktokCaller,
  { since, cursor }: { since: string; cursor: string | null },
): Promise<ApiResult<PostPage>> {
  const got = await caller.call("/video/list/", LIST_FIELDS, {
    max_count: PAGE,
    ...(cursor !== null && { cursor: Number(cursor) }),
  });
  if (got.kind === "refused") return got.refusal;
  const read = videoPage.safeParse(got.body);
  if (!read.success) return caller.unreadable(`a list of videos (${oddity(read.error)})`);
  const { videos, has_more: hasMore, cursor: next } = read.data.data;

  const posts = (videos ?? []).flatMap((item) => readListed(item) ?? []);
  const isSince = ({ publishedAt }: ListedPost) =>
    Date.parse(publishedAt ?? since) >= Date.parse(since);
  const oldest = posts.at(-1);
  const ended = !hasMore || next === cursor || (oldest !== undefined && !isSince(oldest));
  const unreadable = (videos ?? []).length - posts.length;
  return caller.done({ posts: posts.filter(isSince), cursor: ended ? null : next, unreadable });
}
