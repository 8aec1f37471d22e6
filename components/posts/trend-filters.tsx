import Form from "next/form";
import { metricLabel, SHOWN_METRICS } from "@/components/metrics/metric-label";
import { trendsHref } from "@/components/posts/posts-address";
import { Day } from "@/components/posts/published-filter";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
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
      <Dialog
        title="Days to show"
        trigger={<span className={own ? "text-accent-text" : undefined}>Other days</span>}
      >
        <Form action="/posts/trends" scroll={false} className="flex flex-col gap-4">
          {Object.entries(inPeriod).map(
            ([name, value]) =>
              value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <div className="grid grid-cols-2 gap-3">
            <Day name="from" label="From" value={shown.from} required />
            <Day name="until" label="Until" value={shown.until} required />
          </div>
          <p className="text-xs text-muted">
            At most 366 days. As many days before them are shown beside.
          </p>
          <div className="flex justify-end">
            <Button type="submit" variant="primary">
              Show these days
            </Button>
          </div>
        </Form>
      </Dialog>
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
