import { startSupabase, type TestUser } from "../../support/supabase.ts";
import { type Basis, decimal, type Member, type PlainPost } from "./plain-figures.ts";

const COUNTS = ["views", "reach", "impressions", "likes", "comments", "shares", "saves"] as const;
const NEVER_TOLD = { clicks: "not_offered", video_views: "not_offered" };

/** A Supabase with what tests of campaigns arrange in it. */
export async function startCampaignWorld() {
  const supabase = await startSupabase();
  const { sql } = supabase;

  /** Stores the posts as if they had just been measured. Returns their ids by key. */
  async function addPosts(user: TestUser, posts: PlainPost[]) {
    const ids = new Map<number, number>();
    for (const { key, platform, measured } of posts) {
      const [made] = await sql<{ id: string }>(
        `insert into public.posts (workspace_id, platform, external_id, url, title, author_handle, published_at)
         values ($1, $2, $3, $4, $5, $6, now() - make_interval(days => $7)) returning id`,
        [
          user.workspaceId,
          platform,
          `external${key}`,
          `https://example.test/${key}`,
          `Post ${key}`,
          `@author${key % 3}`,
          key % 20,
        ],
      );
      const id = Number(made?.id);
      ids.set(key, id);
      if (measured === null) continue;
      await addFollowers(user, id, key, platform, measured.followers);
      const absent = Object.fromEntries(
        COUNTS.filter((name) => measured[name] === null).map((name) => [
          name,
          name === "saves" && !measured.offersSaves ? "not_offered" : "hidden",
        ]),
      );
      await sql(
        `insert into public.post_latest (post_id, workspace_id, bucket_at, source, captured_at, views, reach, impressions, likes,
           comments, shares, saves, absent, definition, is_simulated)
         values ($1, $2, now(), 'youtube_data', now(), $3, $4, $5, $6, $7, $8, $9, ($10::text)::jsonb, $11, $12)`,
        [
          id,
          user.workspaceId,
          ...COUNTS.map((name) => measured[name]),
          JSON.stringify({ ...NEVER_TOLD, ...absent }),
          measured.definition,
          measured.simulated,
        ],
      );
    }
    return ids;
  }

  async function addFollowers(
    user: TestUser,
    post: number,
    key: number,
    platform: string,
    followers: number | null,
  ) {
    const [account] = await sql<{ id: string }>(
      `insert into public.accounts (workspace_id, platform, kind, connection, external_id, name, status, is_simulated)
       values ($1, $2, 'tiktok_user', 'tiktok', $3, $3, 'connected', false) returning id`,
      [user.workspaceId, platform, `account${key}`],
    );
    await sql(
      "insert into public.account_posts (post_id, workspace_id, account_id, api_id) values ($1, $2, $3, 'api')",
      [post, user.workspaceId, account?.id],
    );
    if (followers === null) return;
    // An older observation as well: the last one before the measurement counts.
    for (const [age, value] of [
      ["3 days", followers + 7],
      ["1 hour", followers],
    ] as const) {
      await sql(
        `insert into public.follower_counts (workspace_id, account_id, measured_at, followers, source, is_simulated)
         values ($1, $2, now() - $3::interval, $4, 'tiktok_display', false)`,
        [user.workspaceId, account?.id, age, value],
      );
    }
  }

  return {
    supabase,
    sql,
    addPosts,

    /** A campaign with these posts, made as a member makes it, and their prices. */
    async addCampaign(user: TestUser, name: string, members: Member[], ids: Map<number, number>) {
      const db = supabase.clientFor(user);
      const id = await data(
        db.rpc("create_campaign", { workspace: user.workspaceId, fields: { name } }),
      );
      const posts = members.map(({ post }) => ids.get(post.key) ?? 0);
      if (posts.length > 0) await data(db.rpc("add_campaign_posts", { campaign: id, posts }));
      await sql(
        `update public.campaign_posts as c set price = p.price
         from jsonb_to_recordset(($2::text)::jsonb) as p (post_id bigint, price numeric)
         where c.campaign_id = $1 and c.post_id = p.post_id`,
        [
          id,
          JSON.stringify(
            members.map(({ post, price }) => ({
              post_id: ids.get(post.key),
              price: price === null ? null : decimal(price, 4),
            })),
          ),
        ],
      );
      return id;
    },

    setBasis: (user: TestUser, basis: Basis) =>
      sql("update public.workspaces set rate_basis = $2::public.rate_basis where id = $1", [
        user.workspaceId,
        basis,
      ]),
    stop: () => supabase.stop(),
  };
}
export type CampaignWorld = Awaited<ReturnType<typeof startCampaignWorld>>;

/** The data of an answer that must not be an error. */
export async function data<T>(answer: PromiseLike<{ data: T; error: { message: string } | null }>) {
  const { data: told, error } = await answer;
  if (error) throw new Error(error.message);
  // safe because the one without an error has its data
  return told as NonNullable<T>;
}
