import type { Account } from "./accounts.ts";
import type { Said } from "./answer.ts";
import { followersOf } from "./followers.ts";
import { accountPostOf } from "./posts.ts";
import { hash } from "./random.ts";
import type { State } from "./state.ts";
import { tiktokData, tiktokError } from "./tiktok-errors.ts";
import { picked } from "./tiktok-video.ts";

/** The fields of an account by the scope that opens them. */
const FIELDS: Record<string, string[]> = {
  "user.info.basic": ["open_id", "union_id", "avatar_url", "display_name"],
  "user.info.profile": ["username", "bio_description", "is_verified", "profile_deep_link"],
  "user.info.stats": ["follower_count", "following_count", "likes_count", "video_count"],
};

type Asked = { owner: Account; scopes: string[]; fields: string[]; base: string };

/** What TikTok says about an account: all fields that were asked for, or none when a scope is missing. */
export function userOf(state: State, { owner, scopes, fields, base }: Asked): Said {
  for (const field of fields) {
    const scope = Object.keys(FIELDS).find((name) => FIELDS[name]?.includes(field));
    if (!scope) return tiktokError(400, "invalid_params", `Field ${field} is not known.`);
    if (!scopes.includes(scope)) {
      return tiktokError(400, "scope_permission_missed", `Field ${field} needs ${scope}.`);
    }
  }
  const posts = state.book
    .postsOf(owner, state.world.now())
    .map((post) => accountPostOf(state, post))
    .filter((post) => post.state === "public");
  const user = {
    open_id: owner.id,
    union_id: `${owner.id}-union`,
    avatar_url: `${base}/thumb/tiktok/${owner.id}.svg`,
    display_name: owner.name,
    username: owner.handle,
    bio_description: `${owner.name} in a simulated world.`,
    is_verified: false,
    profile_deep_link: `https://www.tiktok.com/@${owner.handle}`,
    follower_count: followersOf(state.world, owner),
    following_count: hash(owner.id) % 400,
    likes_count: posts.reduce((sum, { counts }) => sum + counts.likes, 0),
    video_count: posts.length,
  };
  return tiktokData({ user: picked(user, fields) });
}
