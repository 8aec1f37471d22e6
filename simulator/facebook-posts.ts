import type { AccountPost } from "./accounts.ts";
import { commentNode, pageCommentOf, pageComments } from "./facebook-comments.ts";
import type { PostSubject } from "./facebook-metrics.ts";
import { POST_METRICS, REEL_METRICS, reactionsByType } from "./facebook-metrics.ts";
import { type OwnerCounts, ownerCounts } from "./graph-counts.ts";
import { FACEBOOK_REFUSALS, insightsOf, type MetricTable, metricNames } from "./graph-insights.ts";
import {
  asField,
  type Edge,
  type GraphObject,
  graphTime,
  need,
  type View,
} from "./graph-objects.ts";
import { GraphRefusal } from "./graph-refusal.ts";
import { accountPostOf, type Post } from "./posts.ts";
import type { State } from "./state.ts";

export type PagePostKind = "reel" | "video" | "photo" | "link" | "status";

const STATUS_TYPES = {
  reel: "added_video",
  video: "added_video",
  photo: "added_photos",
  link: "shared_story",
  status: "mobile_status_update",
};

export function kindOf({ draw }: Post): PagePostKind {
  if (draw < 0.25) return "reel";
  if (draw < 0.4) return "video";
  if (draw < 0.8) return "photo";
  return draw < 0.9 ? "link" : "status";
}

const reels = new WeakMap<AccountPost, boolean>();

/** Always the same of a post: worked out once, as lists ask it of every post. */
export function isReel(state: State, own: AccountPost): boolean {
  const known = reels.get(own) ?? kindOf(accountPostOf(state, own)) === "reel";
  reels.set(own, known);
  return known;
}

/** A post as `{page}_{post}`; a reel's insights are here too. */
export function pagePost(view: View, own: AccountPost): GraphObject {
  const counts = ownerCounts(view.state, own);
  const kind = kindOf(counts.post);
  const address = `${view.origin}/${own.id}`;
  const [pageId, postId] = own.id.split("_");
  const video = kind === "reel" || kind === "video";
  const subject = { ...counts, video };
  const edges = {
    insights: insightsEdge(view, own.id, POST_METRICS, subject),
    comments: pageComments(view, own),
    reactions: reactionsEdge(view, counts),
    likes: reactionsEdge(view, counts, "LIKE"),
  };
  const permalink =
    kind === "reel"
      ? `https://www.facebook.com/reel/${postId}/`
      : `https://www.facebook.com/${pageId}/posts/${postId}`;
  const picture = `${new URL(view.origin).origin}/thumb/facebook/${own.id}.svg`;
  const fields = {
    id: () => own.id,
    message: () => counts.post.caption,
    created_time: () => graphTime(own.publishedMs),
    updated_time: () => graphTime(own.publishedMs),
    permalink_url: () => permalink,
    full_picture: () => (kind === "status" ? undefined : picture),
    status_type: () => STATUS_TYPES[kind],
    is_published: () => true,
    from: () => ({ id: own.account.id, name: own.account.name }),
    attachments: () => attachmentsOf(kind, counts.post, postId ?? "", permalink, picture),
    shares: () => (counts.shares > 0 ? { count: counts.shares } : undefined),
    reactions: asField(edges.reactions, `${address}/reactions`),
    likes: asField(edges.likes, `${address}/likes`),
    comments: asField(edges.comments, `${address}/comments`),
    insights: asField(edges.insights, `${address}/insights`),
  };
  return { owner: own.account, node: { type: "Post", fields }, edges };
}

/** A reel as the video that it is: its insights have an edge of their own. */
export function reelVideo(view: View, own: AccountPost): GraphObject {
  const counts = ownerCounts(view.state, own);
  const id = own.id.split("_")[1] ?? "";
  const address = `${view.origin}/${id}`;
  const edges = {
    video_insights: insightsEdge(view, id, REEL_METRICS, { ...counts, video: true }),
    comments: pageComments(view, own),
    likes: reactionsEdge(view, counts),
  };
  const picture = `${new URL(view.origin).origin}/thumb/facebook/${own.id}.svg`;
  const fields = {
    id: () => id,
    post_id: () => own.id,
    title: () => counts.post.title,
    description: () => counts.post.caption,
    created_time: () => graphTime(own.publishedMs),
    updated_time: () => graphTime(own.publishedMs),
    permalink_url: () => `/reel/${id}/`,
    picture: () => picture,
    length: () => counts.post.durationSeconds,
    views: () => counts.views,
    from: () => ({ id: own.account.id, name: own.account.name }),
    comments: asField(edges.comments, `${address}/comments`),
    likes: asField(edges.likes, `${address}/likes`),
    video_insights: asField(edges.video_insights, `${address}/video_insights`),
  };
  return { owner: own.account, node: { type: "Video", fields }, edges };
}

export function pageComment(view: View, own: AccountPost, number: number): GraphObject {
  need(view, "pages_read_user_content");
  const comment = pageCommentOf(view, own, number);
  return {
    owner: own.account,
    node: commentNode(view, own, comment),
    edges: { comments: pageComments(view, own, number) },
  };
}

function insightsEdge(
  view: View,
  id: string,
  table: MetricTable<PostSubject>,
  subject: PostSubject,
): Edge {
  return ({ params }) => {
    need(view, "read_insights", 200);
    if (view.pageId === null) {
      throw new GraphRefusal(190, "(#190) This method must be called with a Page Access Token");
    }
    const named = metricNames(params);
    const defaults = table === REEL_METRICS ? Object.keys(REEL_METRICS) : [];
    const data = insightsOf(table, {
      names: named.length > 0 ? named : defaults,
      retired: view.state.settings.retiredMetrics,
      refusals: FACEBOOK_REFUSALS,
      total: false,
      id,
      subject,
    });
    return { data };
  };
}

function reactionsEdge(view: View, counts: OwnerCounts, only?: string): Edge {
  return ({ params }) => {
    need(view, "pages_read_user_content");
    const kind = (only ?? params.get("type") ?? "NONE").toLowerCase();
    const total = kind === "none" ? counts.likes : (reactionsByType(counts)[kind] ?? 0);
    // Who reacted is nobody's business here.
    return { data: [], ...(params.has("summary") && { summary: { total_count: total } }) };
  };
}

function attachmentsOf(kind: PagePostKind, post: Post, id: string, url: string, picture: string) {
  if (kind === "status") return undefined;
  const target = { id, url };
  if (kind === "link") {
    const page = "https://example.com/article";
    return { data: [{ media_type: "link", type: "share", title: post.title, url: page, target }] };
  }
  const type = kind === "photo" ? "photo" : "video";
  const media = { image: { src: picture, width: 720, height: 720 } };
  const inline = type === "video" ? "video_inline" : "photo";
  return { data: [{ media_type: type, type: inline, title: post.title, url, target, media }] };
}
