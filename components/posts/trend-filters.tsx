import { metricLabel, SHOWN_METRICS } from "@/components/metrics/metric-label";
import { DayRange } from "@/components/posts/day-range";
import { trendsHref, trendsQuery } from "@/components/posts/posts-address";
import { LinkSelect } from "@/components/ui/link-select";
import { Tabs } from "@/components/ui/tabs";
import { PLATFORM_IDS, PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { PostChoices } from "@/lib/posts/queries";
import { PERIODS, type TrendFilter } from "@/lib/posts/schema";

/** Which number, of which posts, over which days. All of it is in the address. */
export function TrendFilters({
  filter,
  accounts,
  shown,
}: {
  filter: TrendFilter;
  accounts: PostChoices["accounts"];
  /** The days on the page. */
  shown: { from: string; until: string };
}) {
  const { metric, account, platform, days, from } = filter;
  const own = from !== undefined;
  const inPeriod = { metric, account, platform };
  return (
    <div className="scroll-row flex flex-wrap items-center gap-2 max-md:-mx-4 max-md:px-4">
      <Choice
        label="Number"
        value={trendsHref(filter)}
        set={false}
        options={SHOWN_METRICS.map((each) => ({
          value: trendsHref({ ...filter, metric: each }),
          label: metricLabel(each),
        }))}
      />
      <Choice
        label="Platform"
        value={trendsHref(filter)}
        set={platform !== undefined}
        options={[undefined, ...PLATFORM_IDS].map((each) => ({
          value: trendsHref({ ...filter, platform: each }),
          label: each ? PLATFORM_NAMES[each] : "All platforms",
        }))}
      />
      {accounts.length > 0 && (
        <Choice
          label="Account"
          value={trendsHref(filter)}
          set={account !== undefined}
          options={[
            { value: trendsHref({ ...filter, account: undefined }), label: "All accounts" },
            ...accounts.map(({ id, name, platform: of }) => ({
              value: trendsHref({ ...filter, account: id }),
              label: `${name}, ${PLATFORM_NAMES[of]}`,
            })),
          ]}
        />
      )}
      <span className="flex-1 max-md:hidden" />
      <Tabs
        label="Period"
        links={PERIODS.map((each) => ({
          href: trendsHref({ ...inPeriod, days: each }),
          label: `${each} days`,
          current: !own && each === days,
        }))}
      />
      <DayRange
        action="/posts/trends"
        keep={trendsQuery(inPeriod)}
        title="Days to show"
        trigger={<span className={own ? "text-accent-text" : undefined}>Other days</span>}
        from={shown.from}
        until={shown.until}
        required
        note="At most 366 days. As many days before them are shown beside."
        confirm="Show these days"
      />
    </div>
  );
}

function Choice(props: Parameters<typeof LinkSelect>[0]) {
  return (
    <div className="w-40 flex-none">
      <LinkSelect {...props} />
    </div>
  );
}
