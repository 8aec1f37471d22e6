import type { Account, AccountPost } from "./accounts.ts";
import { isReel, pagePost, reelVideo } from "./facebook-posts.ts";
import { followersOf } from "./followers.ts";
import { type Field, type Node, selectFields } from "./graph-fields.ts";
import { type Edge, type GraphObject, listEdge, need, type View } from "./graph-objects.ts";
import { igMedia } from "./instagram-graph-media.ts";
import { MEDIA_SCOPES } from "./instagram-graph-scopes.ts";
import { accountPostOf } from "./posts.ts";

/** The Instagram account behind a Page, among those that the person gave. */
export function linkedTo(page: Account, { token }: View): Account | undefined {
  return token.accounts.find(
    ({ platform, handle }) => platform === "instagram" && handle === page.handle,
  );
}

export function pageAccount(view: View, account: Account): GraphObject {
  const linked = linkedTo(account, view);
  const fields = {
    id: () => account.id,
    name: () => account.name,
    username: () => account.handle,
    link: () => `https://www.facebook.com/${account.handle}`,
    followers_count: () => followersOf(view.state.world, account),
    fan_count: () => Math.round(followersOf(view.state.world, account) * 0.95),
    category: () => "Brand",
    picture: () => ({ data: { url: pictureOf(view, account), is_silhouette: false } }),
    instagram_business_account: (field: Field) =>
      linked && view.token.scopes.includes("instagram_basic")
        ? selectFields(igNode(view, linked), field.fields)
        : undefined,
  };
  const published = postsEdge(view, account, {
    reels: false,
    idOf: ({ id }) => id,
    nodeOf: (own) => pagePost(view, own).node,
    defaults: ["id", "created_time", "message"],
  });
  const reels = postsEdge(view, account, {
    reels: true,
    idOf: ({ id }) => id.split("_")[1] ?? id,
    nodeOf: (own) => reelVideo(view, own).node,
    defaults: ["id", "updated_time", "description"],
  });
  return {
    owner: account,
    node: { type: "Page", fields },
    edges: { published_posts: published, posts: published, feed: published, video_reels: reels },
  };
}

export function igAccount(view: View, account: Account): GraphObject {
  need(view, MEDIA_SCOPES[view.host].basic);
  const media = listEdge(view, {
    all: () => thereNow(view, account),
    idOf: ({ apiId }) => apiId,
    msOf: ({ publishedMs }) => publishedMs,
    nodeOf: (own) => igMedia(view, own).node,
    usual: 25,
    most: 100,
    holes: true,
    defaults: ["id"],
  });
  return { owner: account, node: igNode(view, account), edges: { media } };
}

function igNode(view: View, account: Account): Node {
  return {
    type: "IGUser",
    fields: {
      id: () => account.id,
      ...(view.host === "instagram" && {
        user_id: () => account.id,
        account_type: () => "BUSINESS",
      }),
      username: () => account.handle,
      name: () => account.name,
      biography: () => "Simulated.",
      profile_picture_url: () => pictureOf(view, account),
      followers_count: () => followersOf(view.state.world, account),
      follows_count: () => account.monthlyPosts,
      media_count: () => thereNow(view, account).length,
    },
  };
}

function postsEdge(
  view: View,
  account: Account,
  list: {
    reels: boolean;
    idOf: (own: AccountPost) => string;
    nodeOf: (own: AccountPost) => Node;
    defaults: string[];
  },
): Edge {
  return (ask) => {
    need(view, "pages_read_engagement");
    return listEdge(view, {
      ...list,
      all: () => thereNow(view, account).filter((own) => isReel(view.state, own) === list.reels),
      msOf: ({ publishedMs }) => publishedMs,
      usual: 25,
      most: 100,
      holes: true,
    })(ask);
  };
}

function thereNow({ state }: View, account: Account) {
  const published = state.book.postsOf(account, state.world.now());
  if (state.gone.size === 0) return published;
  return published.filter((own) => accountPostOf(state, own).state === "public");
}

function pictureOf(view: View, { platform, id }: Account) {
  return `${new URL(view.origin).origin}/thumb/${platform}/${id}.svg`;
}
