import { Fragment } from "react";
import { hashtagsHref } from "@/components/hashtags/hashtags-address";
import { WINDOW_WORDS } from "@/components/hashtags/period-words";
import { TextLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import { ageWords } from "@/lib/format/age";
import { exactMoment } from "@/lib/format/time";
import { type HashtagsPage, WINDOWS, type Window } from "@/lib/hashtags/list-schema";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

const MINUTE_MS = 60_000;

/** No tagged post in the window: since when, and which window has some. */
export function NothingTrending({
  query,
  newestAt,
  zone,
  now,
}: {
  query: HashtagsPage;
  /** Undefined: that was not read. */
  newestAt: string | null | undefined;
  zone: string;
  now: Date;
}) {
  const { platform, window } = query;
  const on = platform ? ` on ${PLATFORM_NAMES[platform]}` : "";
  const minutes = newestAt ? (now.getTime() - Date.parse(newestAt)) / MINUTE_MS : Infinity;
  const reaching = (Object.entries(WINDOWS) as [Window, number][]) // safe because keys are the windows
    .filter(([, reach]) => reach > WINDOWS[window] && reach >= minutes);
  return (
    <EmptyState
      action={
        platform && (
          <FilterChip href={hashtagsHref({ ...query, platform: undefined })}>
            {PLATFORM_NAMES[platform]}
          </FilterChip>
        )
      }
    >
      {`No post with a hashtag was published${on} in the ${WINDOW_WORDS[window].last}. `}
      {newestAt === null && `None${on} has a known time of publishing. `}
      {newestAt &&
        `The newest is ${ageWords(newestAt, now)} old, of ${exactMoment(newestAt, zone)}.`}
      {reaching.length > 0 && (
        <>
          {" Look at "}
          {reaching.map(([each], at) => (
            <Fragment key={each}>
              {at > 0 && " or "}
              <TextLink href={hashtagsHref({ ...query, window: each })} scroll={false}>
                the {WINDOW_WORDS[each].last}
              </TextLink>
            </Fragment>
          ))}
          .
        </>
      )}
      {reaching.length === 0 && newestAt && " It comes with the next post that has one."}
    </EmptyState>
  );
}
