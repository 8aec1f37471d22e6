import { hashtagsHref } from "@/components/hashtags/hashtags-address";
import { LiveLine } from "@/components/hashtags/live-line";
import { NothingTrending } from "@/components/hashtags/nothing-trending";
import { WINDOW_WORDS } from "@/components/hashtags/period-words";
import { type TrendingContext, TrendingRows } from "@/components/hashtags/trending-rows";
import { trendingTitle } from "@/components/hashtags/trending-words";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { Tabs } from "@/components/ui/tabs";
import { exactMoment, moment } from "@/lib/format/time";
import type { Trending } from "@/lib/hashtags/answers";
import { type HashtagsPage, WINDOWS, type Window } from "@/lib/hashtags/list-schema";
import { searchString } from "@/lib/search";

const CHOICES = Object.keys(WINDOWS) as Window[]; // safe because keys are the windows

/** As many as a glance takes in. */
export const TRENDING = 10;

/** The hashtags of what was published just now; read again each minute. */
export function TrendingPanel({
  trending,
  query,
  newestAt,
  zone,
  now,
  ...context
}: TrendingContext & {
  trending: Trending;
  query: HashtagsPage;
  newestAt: string | null | undefined;
  zone: string;
  now: Date;
}) {
  const words = WINDOW_WORDS[query.window];
  const { as_of, hashtags, window_minutes } = trending;
  const asked = { window: window_minutes, k: TRENDING, platform: query.platform };
  return (
    <Panel className="flex flex-col">
      <PanelHead
        title={trendingTitle(hashtags, words)}
        sub={`Posts of this workspace published in the ${words.last}, by the hashtags of their captions. Not what is trending on a platform.`}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 px-3.5 pb-2.5 md:px-4">
        <Tabs
          label="Window"
          links={CHOICES.map((window) => ({
            href: hashtagsHref({ ...query, window }),
            label: WINDOW_WORDS[window].label,
            current: window === query.window,
          }))}
        />
        <LiveLine
          asOf={moment(as_of, zone, now)}
          exact={exactMoment(as_of, zone)}
          readAt={now.getTime()}
          question={`/api/v1/hashtags/trending${searchString(asked)}`}
        />
      </div>
      {hashtags.length === 0 ? (
        <div className="my-auto">
          <NothingTrending query={query} newestAt={newestAt} zone={zone} now={now} />
        </div>
      ) : (
        <>
          <TrendingRows hashtags={hashtags} words={words} {...context} />
          <PanelFooter className="mt-auto">
            {hashtags.length === TRENDING && `The first ${TRENDING}. `}
            Bars: posts in the {words.before} (grey) and in the {words.last}, in twelve equal parts
            each, on one scale.
          </PanelFooter>
        </>
      )}
    </Panel>
  );
}
