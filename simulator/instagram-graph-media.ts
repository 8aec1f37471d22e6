import type { AccountPost } from "./accounts.ts";
import { ownerCounts } from "./graph-counts.ts";
import { INSTAGRAM_REFUSALS, insightsOf, metricNames } from "./graph-insights.ts";
import {
  asField,
  type Edge,
  type GraphObject,
  graphTime,
  need,
  type View,
} from "./graph-objects.ts";
import { mediaComments } from "./instagram-graph-comments.ts";
import { type MediaSubject, mediaMetrics } from "./instagram-graph-metrics.ts";
import { MEDIA_SCOPES } from "./instagram-graph-scopes.ts";
import { hash } from "./random.ts";

/** A post of a professional Instagram account. */
export function igMedia(view: View, own: AccountPost): GraphObject {
  need(view, MEDIA_SCOPES[view.host].basic);
  const counts = ownerCounts(view.state, own);
  const { post } = counts;
  // A reel says VIDEO like a video of the feed: only the product tells.
  const type = post.draw < 0.6 ? "VIDEO" : post.draw < 0.8 ? "IMAGE" : "CAROUSEL_ALBUM";
  const product = post.draw < 0.5 ? "REELS" : "FEED";
  const subject: MediaSubject = {
    ...counts,
    product,
    sharedToFacebook: hash(`shared:${own.id}`) % 2 === 0,
  };
  const address = `${view.origin}/${own.apiId}`;
  const edges = {
    insights: insightsEdge(view, own.apiId, subject),
    comments: mediaComments(view, own),
  };
  const path = product === "REELS" ? "reel" : "p";
  const picture = `${new URL(view.origin).origin}/thumb/instagram/${own.id}.svg`;
  const shown = <T>(value: T) => (post.likesHidden ? undefined : value);
  const fields = {
    id: () => own.apiId,
    shortcode: () => own.id,
    permalink: () => `https://www.instagram.com/${path}/${own.id}/`,
    caption: () => post.caption,
    media_type: () => type,
    media_product_type: () => product,
    media_url: () => picture,
    thumbnail_url: () => (type === "VIDEO" ? picture : undefined),
    timestamp: () => graphTime(own.publishedMs),
    username: () => own.account.handle,
    owner: () => ({ id: own.account.id }),
    like_count: () => shown(counts.likes),
    comments_count: () => (post.commentsOff ? 0 : counts.comments),
    is_comment_enabled: () => !post.commentsOff,
    is_shared_to_feed: () => (product === "REELS" ? true : undefined),
    is_ai_generated: () => false,
    alt_text: () => undefined,
    media_audio_type: () => undefined,
    children: () => (type === "CAROUSEL_ALBUM" ? childrenOf(own) : undefined),
    comments: asField(edges.comments, `${address}/comments`),
    insights: asField(edges.insights, `${address}/insights`),
    ...(view.host === "facebook" && {
      reposts_count: () => counts.reposts,
      saved_count: () => counts.saves,
      shares_count: () => counts.shares,
      total_like_count: () => shown(counts.likes),
      total_comments_count: () => counts.comments,
      total_views_count: () => (type === "VIDEO" ? counts.views : undefined),
    }),
  };
  return { owner: own.account, node: { type: "IGMedia", fields }, edges };
}

function insightsEdge(view: View, id: string, subject: MediaSubject): Edge {
  return ({ params }) => {
    need(view, MEDIA_SCOPES[view.host].insights);
    const data = insightsOf(mediaMetrics[view.host], {
      names: metricNames(params),
      retired: view.state.settings.retiredMetrics,
      refusals: INSTAGRAM_REFUSALS,
      total: params.get("metric_type") === "total_value",
      id,
      subject,
    });
    return { data };
  };
}

function childrenOf({ apiId }: AccountPost) {
  return { data: [1, 2].map((number) => ({ id: `178${apiId.slice(3)}${number}` })) };
}
