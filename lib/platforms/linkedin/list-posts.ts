import { z } from "zod";
import type { Access, ApiResult, PostPage } from "../connected.ts";
import { type LinkedinApi, readLinkedin } from "./call.ts";
import { linkedinPost, listedPost } from "./post.ts";
import { notNow } from "./refusal.ts";

const PAGE_SIZE = 50;

const postList = z.object({
  elements: z.array(z.unknown()),
  paging: z
    .object({ count: z.number().int().positive().catch(PAGE_SIZE) })
    .catch({ count: PAGE_SIZE }),
});

/** One page of an organization's posts. */
export async function listOrganizationPosts(
  api: LinkedinApi,
  access: Access,
  { since, cursor }: { since: string; cursor: string | null },
): Promise<ApiResult<PostPage>> {
  const start = Number(cursor ?? 0);
  const called = await readLinkedin(api, access, {
    path: ["posts"],
    method: "FINDER",
    query: {
      q: "author",
      author: access.accountExternalId,
      count: PAGE_SIZE,
      start,
      sortBy: "LAST_MODIFIED",
    },
  });
  if (called.kind === "refusal") return called.refusal;
  const list = postList.safeParse(called.body);
  if (!list.success) return notNow("LinkedIn answered with something other than a list of posts.");

  const { elements, paging } = list.data;
  const size = Math.min(PAGE_SIZE, paging.count);
  const read = elements.flatMap((element) => linkedinPost.safeParse(element).data ?? []);
  // Sorted by their last change, which is never before they appeared.
  const passed = read.some(
    ({ lastModifiedAt }) => lastModifiedAt && isBefore(lastModifiedAt, since),
  );
  const posts = read
    .filter(({ publishedAt }) => publishedAt && !isBefore(publishedAt, since))
    .map(listedPost)
    .sort((one, other) => (other.publishedAt ?? "").localeCompare(one.publishedAt ?? ""));
  const value = {
    posts,
    cursor: passed || elements.length < size ? null : String(start + size),
    unreadable: elements.length - read.length,
  };
  return { kind: "done", value, calls: 1, usage: null, rejected: [] };
}

function isBefore(time: string, other: string) {
  return Date.parse(time) < Date.parse(other);
}
