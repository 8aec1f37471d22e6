import type { Item } from "./apify-lines.ts";
import type { Reel } from "./reels.ts";
import { latestComments } from "./scraped-comments.ts";

/** A reel as `apify/instagram-scraper` and `apify/instagram-reel-scraper` write it. */
export function instagramReelItem(reel: Reel, inputUrl: string, base: string): Item {
  const { views, likes, comments } = reel.counts;
  return {
    inputUrl,
    id: reel.id,
    type: "Video",
    productType: "clips",
    shortCode: reel.code,
    url: `https://www.instagram.com/${reel.draw < 0.5 ? "p" : "reel"}/${reel.code}/`,
    caption: reel.caption,
    hashtags: reel.caption === null ? [] : reel.tags,
    mentions: [],
    commentsCount: reel.commentsOff ? 0 : comments,
    isCommentsDisabled: reel.commentsOff,
    firstComment: "",
    latestComments: shownComments(reel),
    likesCount: reel.likesHidden ? -1 : likes,
    videoPlayCount: views,
    videoViewCount: views / 3n,
    videoDuration: reel.durationSeconds,
    dimensionsHeight: 1920,
    dimensionsWidth: 1080,
    timestamp: new Date(reel.publishedMs).toISOString(),
    ownerUsername: reel.author.handle,
    ownerFullName: reel.author.name,
    ownerId: reel.author.id,
    displayUrl: `${base}/thumb/instagram/${reel.code}.svg`,
    musicInfo: {
      artist_name: reel.author.handle,
      song_name: reel.sound.name,
      uses_original_audio: reel.sound.original,
      should_mute_audio: false,
      audio_id: reel.sound.id,
    },
    isPinned: false,
    isSponsored: false,
  };
}

/** A reel as actors of the recommended feed write it: older names, and dates in three forms. */
export function feedReelItem(reel: Reel, base: string): Item {
  const { views, likes, comments, saves } = reel.counts;
  const one = (share: number) => (reel.draw * 1000) % 1 < share;
  return {
    itemId: reel.id,
    [one(0.7) ? "shortCode" : "code"]: reel.code,
    // Without a link it follows from the code.
    ...(reel.draw < 0.85 && { link: `https://www.instagram.com/reel/${reel.code}/` }),
    takenAt: takenAt(reel),
    playsCount: views,
    likesCount: reel.likesHidden ? -1 : likes,
    commentsCount: reel.commentsOff ? 0 : comments,
    savesCount: (reel.draw * 100) % 1 < 0.2 ? null : saves,
    // Few actors of the feed write them.
    ...(one(0.2) && { latestComments: shownComments(reel) }),
    [one(0.8) ? "caption" : "title"]: reel.caption,
    musicId: reel.sound.id,
    musicTitle: reel.sound.name,
    videoDuration: reel.durationSeconds,
    ownerUsername: reel.author.handle,
    ownerFullName: reel.author.name,
    displayUrl: `${base}/thumb/instagram/${reel.code}.svg`,
  };
}

function shownComments({ code, counts, commentsOff, publishedMs }: Reel) {
  return latestComments({ code, comments: counts.comments, commentsOff, publishedMs });
}

function takenAt({ publishedMs, draw }: Reel) {
  const form = (draw * 10) % 1;
  if (form < 0.6) return publishedMs / 1000;
  return form < 0.8 ? publishedMs : new Date(publishedMs).toISOString();
}
