import type { CommentsPage } from "@/components/comments/comment-filter";
import type { CommentDepths } from "@/lib/comments/answers";
import { exactCount } from "@/lib/format/count";
import { percent, ratioOf } from "@/lib/format/rate";
import { calendarDay } from "@/lib/format/time";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

/** What the distribution of depths shows. */
export function depthFinding({
  total_comments,
  total_replies,
  max_depth,
}: Pick<CommentDepths, "total_comments" | "total_replies" | "max_depth">): string {
  const share = ratioOf(total_replies, total_comments);
  if (share === null || total_comments < 10) return "Comments by depth";
  if (total_replies === 0) return "Nobody answers anybody: all comments stand at the top";
  if (share >= 0.5) {
    return `People talk with each other: ${percent(share, 1)} of comments answer another one`;
  }
  const deep = max_depth > 2 ? `, down to level ${exactCount(max_depth)}` : "";
  return `${percent(1 - share, 1)} of comments stand at the top; the rest answer${deep}`;
}

/** "posts published in the last 30 days", "posts published 1 Nov 2026 – 20 Nov 2026"; "all posts". */
export function postsWords({ platform, days, since, until }: CommentsPage, zone: string): string {
  const on = platform ? ` on ${PLATFORM_NAMES[platform]}` : "";
  const period = periodWords({ days, since, until }, zone);
  return period ? `posts${on} published ${period}` : `all posts${on}`;
}

function periodWords(
  { days, since, until }: Pick<CommentsPage, "days" | "since" | "until">,
  zone: string,
): string {
  const day = (at: string) => calendarDay(at, zone);
  if (days !== undefined) return `in the last ${days === 1 ? "day" : `${exactCount(days)} days`}`;
  if (since && until) return `from ${day(since)} to before ${day(until)}`;
  if (since) return `since ${day(since)}`;
  return until ? `before ${day(until)}` : "";
}

type Chip = { name: string; text: string; without: Partial<CommentsPage> };

/** What narrows the chains, each with the filter that is left without it. */
export function filterChips(filter: CommentsPage, zone: string): Chip[] {
  const { platform, min_depth, min_engagement } = filter;
  const period = periodWords(filter, zone);
  const any = { ...filter, page: 1 };
  const chips: (Chip | null)[] = [
    platform
      ? {
          name: "platform",
          text: PLATFORM_NAMES[platform],
          without: { ...any, platform: undefined },
        }
      : null,
    period
      ? {
          name: "period",
          text: `Published ${period}`,
          without: { ...any, days: undefined, since: undefined, until: undefined },
        }
      : null,
    min_depth > 2
      ? {
          name: "min_depth",
          text: `${exactCount(min_depth)} comments or more`,
          without: { ...any, min_depth: 2 },
        }
      : null,
    min_engagement > 0
      ? {
          name: "min_engagement",
          text: `Engagement from ${exactCount(min_engagement)}`,
          without: { ...any, min_engagement: 0 },
        }
      : null,
  ];
  return chips.filter((each) => each !== null);
}
