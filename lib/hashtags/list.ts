import "server-only";
import { z } from "zod";
import { askFor } from "@/lib/answers/ask-database";
import { cachedAnswer } from "@/lib/answers/cached-answer";
import type { PlatformId } from "@/lib/platforms/platform";
import type { Scope } from "@/lib/supabase/server";

/** Which posts count. `since` is ISO 8601 or a day with its zone, as PostgreSQL reads it. */
export type Counted = {
  platform?: PlatformId | undefined;
  since?: string | undefined;
  until?: string | undefined;
};

/** Without what is not asked: an absent argument is not a null one to the types. */
export function given<T extends object>(values: T) {
  // safe because only what is undefined is gone
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>;
  };
}

const list = z.object({
  hashtags: z.array(
    z.object({
      hashtag_id: z.number(),
      hashtag_name: z.string(),
      tag: z.string(),
      unique_users: z.number(),
      total_posts: z.number(),
      newest_at: z.string().nullable(),
    }),
  ),
  total_count: z.number(),
  any_tagged: z.boolean(),
  newest_at: z.string().nullable(),
  as_of: z.string(),
});
export type HashtagList = z.output<typeof list>;

/** A page of the hashtags that begin with `search`, those of most people first. */
export function listHashtags(
  scope: Scope,
  counted: Counted & { search?: string | undefined },
  { offset, limit }: { offset: number; limit: number },
) {
  const args = { ...given(counted), skip: offset, take: limit };
  return cachedAnswer(scope, "hashtags", args, () =>
    askFor(list, () => scope.db.rpc("list_hashtags", { workspace: scope.workspaceId, ...args })),
  );
}

const bars = z.object({ counts: z.record(z.string(), z.array(z.number())) });

/** Posts of each of the hashtags in equal parts of a time, all in one question. */
export async function getBars(
  scope: Scope,
  tags: string[],
  time: { since: string; until: string; bars: number; platform?: PlatformId | undefined },
): Promise<Map<string, number[]>> {
  if (tags.length === 0) return new Map();
  const args = { tags, ...given(time), since: time.since, until: time.until };
  const { counts } = await cachedAnswer(scope, "hashtag-bars", args, () =>
    askFor(bars, () => scope.db.rpc("hashtag_bars", { workspace: scope.workspaceId, ...args })),
  );
  return new Map(Object.entries(counts));
}

const tags = z.array(z.object({ hashtag: z.string(), tag: z.string() }));
export type PostTag = z.output<typeof tags>[number];

/** The hashtags of a post in the order of its caption. */
export async function listPostTags({ db }: Scope, post: number) {
  return askFor(tags, () => db.rpc("post_tags", { post }));
}
