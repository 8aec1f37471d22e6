import type { Asked, Item } from "./apify-lines.ts";
import { withLastingItem } from "./apify-odd-items.ts";
import { type Post, postOf, type World } from "./posts.ts";
import { tiktokReelItem } from "./reel-tiktok-items.ts";
import { type Reel, reelKeyOf } from "./reels.ts";

const YEARS_3_MS = 3 * 365 * 86_400_000;

/** What `clockworks/tiktok-scraper` writes for the link of a post: an error item where there is none. */
export function tiktokLinkItem(
  world: World,
  url: string,
  { base, oddities }: Pick<Asked, "base" | "oddities">,
): Item {
  const id = /\/(?:video|photo|v)\/(\d+)/.exec(url)?.[1];
  const gone = {
    url,
    submittedVideoUrl: url,
    error: "Post not found or private.",
    errorCode: "NOT_FOUND",
  };
  if (!id) return gone;
  const key = world.gone.has(`tiktok ${id}`) ? null : reelKeyOf(world, "tiktok", id);
  const found = { submittedVideoUrl: url };
  if (key) {
    const reelItem = (reel: Reel) => ({ ...tiktokReelItem(reel, url, base), ...found });
    return withLastingItem(world, key, reelItem, oddities);
  }
  const post = postOf(world, "tiktok", id, publishedIn(world, id));
  return post.state === "public" ? { ...tiktokPostItem(post, url, base), ...found } : gone;
}

// The upper 32 bits of an id are its second of creation; an invented id may have any.
function publishedIn({ anchorMs }: World, id: string) {
  const ms = Number(BigInt(id) >> 32n) * 1000;
  return ms > anchorMs - YEARS_3_MS && ms < anchorMs ? ms : undefined;
}

function tiktokPostItem(post: Post, url: string, base: string): Item {
  const handle = /@([\w.]+)/.exec(url)?.[1] ?? post.author.handle;
  const slideshow = url.includes("/photo/");
  const { views, likes, comments, shares, saves } = post.counts;
  return {
    id: post.id,
    text: post.caption,
    textLanguage: "en",
    createTime: Math.floor(post.publishedMs / 1000),
    createTimeISO: post.odd ? 7 : new Date(post.publishedMs).toISOString(),
    webVideoUrl: `https://www.tiktok.com/@${handle}/${slideshow ? "photo" : "video"}/${post.id}`,
    isAd: false,
    isPinned: false,
    isSponsored: false,
    isSlideshow: slideshow,
    diggCount: post.odd ? null : post.likesHidden ? -1 : likes,
    shareCount: shares,
    playCount: post.odd ? { total: 1 } : views,
    collectCount: saves,
    commentCount: post.commentsOff ? 0 : comments,
    hashtags: post.tags.map((name) => ({ name })),
    mentions: [],
    musicMeta: { musicName: "original sound", musicAuthor: post.author.name, musicOriginal: true },
    videoMeta: {
      height: 1024,
      width: 576,
      duration: slideshow ? 0 : post.durationSeconds,
      coverUrl: `${base}/thumb/tiktok/${post.id}.svg`,
      definition: "540p",
      format: "mp4",
    },
    authorMeta: {
      id: post.author.id,
      name: handle,
      nickName: post.author.name,
      profileUrl: `https://www.tiktok.com/@${handle}`,
      verified: false,
      privateAccount: false,
    },
  };
}
