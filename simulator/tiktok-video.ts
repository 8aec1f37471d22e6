import type { Post } from "./posts.ts";

/** What can be asked about a video. No saves, reach or impressions. */
export const VIDEO_FIELDS = [
  "id",
  "create_time",
  "title",
  "video_description",
  "duration",
  "width",
  "height",
  "cover_image_url",
  "share_url",
  "embed_html",
  "embed_link",
  "like_count",
  "comment_count",
  "share_count",
  "view_count",
  "is_aigc",
] as const;

export function toVideo(post: Post, base: string): Record<(typeof VIDEO_FIELDS)[number], unknown> {
  const page = `https://www.tiktok.com/@${post.author.handle}/video/${post.id}`;
  return {
    id: post.id,
    create_time: Math.floor(post.publishedMs / 1000),
    title: post.title,
    video_description: post.caption,
    duration: post.durationSeconds,
    width: 576,
    height: 1024,
    // Signed: another address each time.
    cover_image_url: `${base}/thumb/tiktok/${post.id}.svg?x-expires=${Math.floor(Date.now() / 1000) + 21_600}`,
    share_url: `${page}?utm_campaign=tt4d_open_api&utm_source=simulator`,
    embed_html: `<blockquote class="tiktok-embed" cite="${page}"></blockquote>`,
    embed_link: `https://www.tiktok.com/player/v1/${post.id}`,
    like_count: post.counts.likes,
    comment_count: post.commentsOff ? 0 : post.counts.comments,
    share_count: post.counts.shares,
    view_count: post.counts.views,
    is_aigc: false,
  };
}

/** Only what was asked for. */
export function picked(all: Record<string, unknown>, fields: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => fields.includes(name)));
}
