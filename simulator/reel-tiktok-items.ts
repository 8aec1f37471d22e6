import type { Item } from "./apify-lines.ts";
import type { Reel } from "./reels.ts";

/** A video as `clockworks/tiktok-scraper` writes it. `input` is the profile or hashtag that it was found by. */
export function tiktokReelItem(reel: Reel, input: string, base: string): Item {
  const { author, counts } = reel;
  const profileUrl = `https://www.tiktok.com/@${author.handle}`;
  return {
    id: reel.id,
    text: reel.caption,
    textLanguage: "en",
    createTime: reel.publishedMs / 1000,
    createTimeISO: new Date(reel.publishedMs).toISOString(),
    webVideoUrl: `${profileUrl}/video/${reel.id}`,
    input,
    isAd: false,
    isPinned: false,
    isSponsored: false,
    isSlideshow: false,
    diggCount: reel.likesHidden ? -1 : counts.likes,
    shareCount: counts.shares,
    playCount: counts.views,
    collectCount: counts.saves,
    commentCount: reel.commentsOff ? 0 : counts.comments,
    hashtags: reel.caption === null ? [] : reel.tags.map((name) => ({ name })),
    mentions: [],
    musicMeta: {
      musicId: reel.sound.id,
      musicName: reel.sound.name,
      musicAuthor: author.name,
      musicOriginal: reel.sound.original,
    },
    videoMeta: {
      height: 1024,
      width: 576,
      duration: Math.round(reel.durationSeconds),
      coverUrl: `${base}/thumb/tiktok/${reel.id}.svg`,
      definition: "540p",
      format: "mp4",
    },
    authorMeta: {
      id: author.id,
      name: author.handle,
      nickName: author.name,
      profileUrl,
      verified: false,
      privateAccount: false,
    },
  };
}
