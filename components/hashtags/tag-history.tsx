import { BucketChart } from "@/components/charts/bucket-chart";
import { tagHref } from "@/components/hashtags/hashtags-address";
import { PERIOD_WORDS } from "@/components/hashtags/period-words";
import { historyTitle } from "@/components/hashtags/tag-words";
import { ButtonLink } from "@/components/ui/button";
import { FilterChip } from "@/components/ui/filter-chip";
import { ageWords } from "@/lib/format/age";
import { moment } from "@/lib/format/time";
import type { HashtagDetail } from "@/lib/hashtags/detail";
import type { HashtagHistory } from "@/lib/hashtags/history";
import type { HashtagPage } from "@/lib/hashtags/list-schema";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

/** How many posts carried a hashtag over time. */
export function TagHistory({
  detail,
  history,
  query,
  simulated,
  now,
}: {
  detail: HashtagDetail;
  history: HashtagHistory;
  query: HashtagPage;
  /** Some of the posts come from a simulator or a sample. */
  simulated: boolean;
  now: Date;
}) {
  const { bucket, buckets, time_zone, as_of, hashtag, tag } = history;
  const { period, platform } = query;
  const on = platform ? ` on ${PLATFORM_NAMES[platform]}` : "";
  return (
    <BucketChart
      title={historyTitle(history, period)}
      sub={`Posts of this workspace with #${hashtag}${on} per ${bucket} · as of ${moment(as_of, time_zone, now)}`}
      fileName={`Posts with ${hashtag} per ${bucket}`}
      buckets={buckets}
      unit={bucket}
      timeZone={time_zone}
      simulated={simulated}
      notes={[
        "A post counts once, at the time it was published.",
        ...(detail.untimed_posts > 0
          ? ["Posts whose time of publishing no platform said are in no bar."]
          : []),
      ]}
      state={
        history.posts > 0
          ? { kind: "ready" }
          : {
              kind: "empty",
              sentence: `No post with #${hashtag} was published${on} ${PERIOD_WORDS[period].within}.${
                detail.newest_at
                  ? ` The newest${platform ? " of all platforms" : ""} is ${ageWords(detail.newest_at, now)} old.`
                  : ""
              }`,
              action: (
                <div className="flex flex-wrap items-center justify-center gap-2">
                  {platform && (
                    <FilterChip href={tagHref(tag, { period })}>
                      {PLATFORM_NAMES[platform]}
                    </FilterChip>
                  )}
                  {period !== "all" && (
                    <ButtonLink size="small" href={tagHref(tag, { ...query, period: "all" })}>
                      Look at all time
                    </ButtonLink>
                  )}
                </div>
              ),
            }
      }
    />
  );
}
