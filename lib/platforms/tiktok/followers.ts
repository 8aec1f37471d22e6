import { z } from "zod";
import type { Access, ApiResult, Followers } from "../connected.ts";
import { count, oddity, payloadOf } from "../provider-values.ts";
import type { TiktokCaller } from "./caller.ts";
import { STATS_SCOPE } from "./scopes.ts";

const userStats = z.object({
  data: z.object({ user: z.object({ follower_count: count.nullish() }) }),
});

/** How many follow a TikTok account. A field without its scope fails the whole call, so it is not made. */
export async function readTiktokFollowers(
  caller: TiktokCaller,
  { scopes }: Access,
): Promise<ApiResult<Followers>> {
  if (!scopes.includes(STATS_SCOPE)) return caller.done(NOT_ALLOWED);
  const got = await caller.call("/user/info/", ["follower_count"]);
  if (got.kind === "refused") {
    return got.code.startsWith("scope_") ? caller.done(NOT_ALLOWED) : got.refusal;
  }
  const read = userStats.safeParse(got.body);
  if (!read.success) return caller.unreadable(`an account's statistics (${oddity(read.error)})`);
  const { follower_count: followers } = read.data.data.user;
  if (followers === null || followers === undefined) {
    const detail = "TikTok left the follower count out of its answer.";
    return caller.done({ kind: "missing", reason: "not_offered", detail });
  }
  return caller.done({
    kind: "counted",
    followers,
    isRounded: false,
    source: "tiktok_display",
    payload: payloadOf(got.body),
  });
}

const NOT_ALLOWED: Followers = {
  kind: "missing",
  reason: "scope_missing",
  detail: `TikTok was not allowed to tell followers (${STATS_SCOPE}). Connect the account again and leave that permission switched on.`,
};
