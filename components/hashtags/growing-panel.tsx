import { Sparkline } from "@/components/charts/sparkline";
import { GrowthFigure } from "@/components/hashtags/growth-figure";
import { hashtagsHref } from "@/components/hashtags/hashtags-address";
import { GROWTH_WORDS } from "@/components/hashtags/period-words";
import { TagLink } from "@/components/hashtags/tag-link";
import { courseWords } from "@/components/hashtags/trending-words";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { Tabs } from "@/components/ui/tabs";
import { counted, exactCount } from "@/lib/format/count";
import { percent } from "@/lib/format/rate";
import { moment } from "@/lib/format/time";
import type { GrowingHashtags } from "@/lib/hashtags/answers";
import {
  GROWTHS,
  type Growth,
  type HashtagPage,
  type HashtagsPage,
} from "@/lib/hashtags/list-schema";

const CHOICES = Object.keys(GROWTHS) as Growth[]; // safe because keys are the spans

/** Four of the five times are those before. */
const SPLIT = 4 / 5;

/** The hashtags with more posts in the last hours or days than was usual for them, by how many more. */
export function GrowingPanel({
  growing,
  bars,
  query,
  asked,
  zone,
  now,
}: {
  growing: GrowingHashtags;
  bars: Map<string, number[]>;
  query: HashtagsPage;
  asked: Partial<HashtagPage>;
  zone: string;
  now: Date;
}) {
  const { span } = GROWTH_WORDS[query.growth];
  const { hashtags, total_count, as_of } = growing;
  const highest = Math.max(0, ...[...bars.values()].flat());
  return (
    <Panel className="flex flex-col">
      <PanelHead
        title="Fastest growing"
        sub={`Posts of the last ${span} beside the mean of the four times ${span} before, the greatest growth first · as of ${moment(as_of, zone, now)}`}
      />
      <div className="px-3.5 pb-2.5 md:px-4">
        <Tabs
          label="Growth over"
          links={CHOICES.map((growth) => ({
            href: hashtagsHref({ ...query, growth }),
            label: GROWTH_WORDS[growth].label,
            current: growth === query.growth,
          }))}
        />
      </div>
      {hashtags.length === 0 ? (
        <EmptyState>
          {`No hashtag with two posts in the last ${span} and five in all has grown: fewer say nothing about growth.`}
        </EmptyState>
      ) : (
        <ol className="border-t">
          {hashtags.map((each) => {
            const { tag, hashtag_name, recent_posts, total_posts, growth_rate } = each;
            const counts = bars.get(tag);
            return (
              <li
                key={tag}
                className="flex items-center gap-3 border-b px-3.5 py-2 last:border-b-0 hover:bg-hover md:px-4"
              >
                <div className="min-w-0 flex-1">
                  <div className="truncate">
                    <TagLink tag={tag} name={hashtag_name} asked={asked} />
                  </div>
                  <div className="text-xs/[18px] text-muted">
                    {`${counted(recent_posts, "post")}${byPeople(each.recent_unique_users)}: ${percent(growth_rate, 1)} of its ${exactCount(total_posts)}`}
                  </div>
                </div>
                {counts && (
                  <Sparkline
                    counts={counts}
                    split={counts.length * SPLIT}
                    highest={highest}
                    label={courseWords(counts, counts.length * SPLIT, {
                      before: `four times ${span} before`,
                      last: `last ${span}`,
                    })}
                    className="max-[24rem]:hidden"
                  />
                )}
                <GrowthFigure hashtag={each} span={span} />
              </li>
            );
          })}
        </ol>
      )}
      {hashtags.length > 0 && (
        <PanelFooter className="mt-auto">
          {total_count > hashtags.length &&
            `The first ${hashtags.length} of ${exactCount(total_count)}. `}
          Hashtags that grew, with at least 2 posts in these {span} and 5 in all; those without any
          before have no rate and come last. Bars: the four times before (grey) and these {span}, on
          one scale.
        </PanelFooter>
      )}
    </Panel>
  );
}

/** Each post has an author: where none is known, nothing is said of how many. */
function byPeople(people: number) {
  return people > 0 ? ` by ${counted(people, "person", "people")}` : "";
}
