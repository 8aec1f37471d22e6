import { absenceSentence } from "@/components/metrics/absence";
import { whyUnranked } from "@/components/performance/unranked";
import { exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { Post } from "@/lib/posts/read-post";
import type { Standing } from "@/lib/reels/queries";
import { BREAKOUT_SCORE, cohortNoun } from "@/lib/reels/words";

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 90;

const SHORT_VIDEOS =
  "Only short videos are ranked among each other: reels, Shorts, and videos of TikTok.";
const KINDS: Record<NonNullable<Post["media_kind"]>, string> = {
  video: "a video",
  short: "a Short",
  reel: "a reel",
  image: "an image",
  carousel: "a carousel",
  live: "a live video",
  text: "a text",
};

/** Reels, Shorts, and videos of TikTok: what cohorts are made of. */
export function isShortVideo({ platform, media_kind }: Pick<Post, "platform" | "media_kind">) {
  return (
    media_kind === "reel" ||
    media_kind === "short" ||
    (platform === "tiktok" && media_kind === "video")
  );
}

/** "640 Instagram reels, 30 d". */
export function cohortWords({ reel, cohort }: Standing) {
  return `${exactCount(reel.n)} ${cohortNoun(reel.platform)}, ${cohort.days}\u202fd`;
}

export function standingTitle(standing: Standing | null) {
  return standing === null || standing.reel.status === "usual"
    ? "Where it stands"
    : "Why it stands out";
}

/** The score beside what it takes; without one, why. */
export function scoreWords({ reel, cohort }: Standing) {
  const { performance_score: score } = reel;
  if (score === null) return `No score. ${whyUnranked(reel, cohort.smallest, "score")}`;
  if (score < BREAKOUT_SCORE)
    return `Score ${score.toFixed(2)}; a breakout needs ${BREAKOUT_SCORE}`;
  return `Score ${score.toFixed(2)}; a breakout has ${BREAKOUT_SCORE} or more`;
}

/** Why a post is in no cohort. */
export function whyNoStanding(post: Post, { zone, now }: { zone: string; now: Date }): string {
  const { media_kind, published_at, measured_at, platform, views, absent } = post;
  if (media_kind === null) {
    return `${SHORT_VIDEOS} What kind of post this is, the platform did not say.`;
  }
  if (!isShortVideo(post))
    return `${SHORT_VIDEOS} This one is ${KINDS[media_kind]} of ${PLATFORM_NAMES[platform]}.`;
  if (measured_at === null) return "It was not measured yet, so there is nothing to rank.";
  if (published_at === null) {
    return "The platform did not say when it was published, so it belongs to no window of days.";
  }
  if (now.getTime() - Date.parse(published_at) > LONGEST_DAYS * DAY_MS) {
    return `Published ${moment(published_at, zone, now)}: only short videos of the last ${LONGEST_DAYS} days are ranked.`;
  }
  if (views === null)
    return `${absenceSentence("views", absent?.views, platform)} So it is not ranked.`;
  return "The newest ranks do not hold it yet. They are made again within a minute of new numbers.";
}
