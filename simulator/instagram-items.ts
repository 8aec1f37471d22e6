import { z } from "zod";
import { type Post, postOf, type World } from "./posts.ts";

const input = z.object({
  directUrls: z.array(z.string()).default([]),
  username: z.array(z.string()).default([]),
});

/** What `apify/instagram-scraper` writes for links of posts: an item each, an error item where there is none. */
export function instagramItems(world: World, given: unknown, base: string): unknown[] {
  const read = input.safeParse(given);
  if (!read.success) return [];
  return [...read.data.directUrls, ...read.data.username].map((url) => {
    const code = /\/(?:p|reels?|tv)\/([\w-]+)/.exec(url)?.[1];
    if (!code) return errorItem(url, "not_found", "Page not found");
    const post = postOf(world, "instagram", code);
    if (post.state === "deleted") return errorItem(url, "not_found", "Post does not exist");
    if (post.state === "private") return errorItem(url, "no_items", "Empty or private data");
    return toItem(post, url, base);
  });
}

function errorItem(url: string, error: string, errorDescription: string) {
  return { inputUrl: url, url, error, errorDescription };
}

function toItem(post: Post, inputUrl: string, base: string) {
  const type = post.draw < 0.6 ? "Video" : post.draw < 0.8 ? "Image" : "Sidecar";
  const reel = type === "Video" && post.draw < 0.5;
  const { views, likes, comments } = post.counts;
  return {
    inputUrl,
    id: post.id.padEnd(19, "0"),
    type,
    ...(type === "Video" && { productType: reel ? "clips" : "feed" }),
    shortCode: post.id,
    url: `https://www.instagram.com/p/${post.id}/`,
    caption: post.caption,
    hashtags: post.tags,
    mentions: [],
    commentsCount: post.odd ? "many" : post.commentsOff ? 0 : comments,
    isCommentsDisabled: post.commentsOff,
    firstComment: "",
    latestComments: [],
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
