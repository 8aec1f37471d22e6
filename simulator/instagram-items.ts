import type { Asked, Item } from "./apify-lines.ts";
import { withLastingItem } from "./apify-odd-items.ts";
import { type Post, postOf, type World } from "./posts.ts";
import { instagramReelItem } from "./reel-instagram-items.ts";
import { reelKeyOf } from "./reels.ts";
import { latestComments } from "./scraped-comments.ts";

/** What `apify/instagram-scraper` writes for the link of a post: an error item where there is none. */
export function instagramLinkItem(
  world: World,
  url: string,
  { base, oddities }: Pick<Asked, "base" | "oddities">,
): Item {
  const code = /\/(?:p|reels?|tv)\/([\w-]+)/.exec(url)?.[1];
  if (!code) return errorItem(url, "not_found", "Page not found");
  const key = world.gone.has(`instagram ${code}`) ? null : reelKeyOf(world, "instagram", code);
  if (key)
    return withLastingItem(world, key, (reel) => instagramReelItem(reel, url, base), oddities);
  const post = postOf(world, "instagram", code);
  if (post.state === "deleted") return errorItem(url, "not_found", "Post does not exist");
  if (post.state === "private") return errorItem(url, "no_items", "Empty or private data");
  return instagramPostItem(post, url, base);
}

export function errorItem(url: string, error: string, errorDescription: string): Item {
  return { inputUrl: url, url, error, errorDescription };
}

export function isReel(post: Post) {
  return post.draw < 0.5;
}

export function instagramPostItem(post: Post, inputUrl: string, base: string): Item {
  const type = post.draw < 0.6 ? "Video" : post.draw < 0.8 ? "Image" : "Sidecar";
  const { views, likes, comments } = post.counts;
  return {
    inputUrl,
    id: post.id.padEnd(19, "0"),
    type,
    ...(type === "Video" && { productType: isReel(post) ? "clips" : "feed" }),
    shortCode: post.id,
    url: `https://www.instagram.com/p/${post.id}/`,
    caption: post.caption,
    hashtags: post.tags,
    mentions: [],
    commentsCount: post.odd ? "many" : post.commentsOff ? 0 : comments,
    isCommentsDisabled: post.commentsOff,
    firstComment: "",
    latestComments: latestComments({
      code: post.id,
      comments,
      commentsOff: post.commentsOff,
      publishedMs: post.publishedMs,
    }),
    likesCount: post.likesHidden ? -1 : likes,
    ...(type === "Video" && {
      videoPlayCount: views,
      videoViewCount: views / 3n,
      videoDuration: post.durationSeconds + 0.4,
    }),
    timestamp: new Date(post.publishedMs).toISOString(),
    ownerUsername: post.author.handle,
    ownerFullName: post.author.name,
    ownerId: post.author.id,
    displayUrl: `${base}/thumb/instagram/${post.id}.svg`,
    isSponsored: false,
  };
}
