import { DayRange } from "@/components/posts/day-range";
import { reportsHref, reportsQuery } from "@/components/reports/reports-address";
import { LinkSelect } from "@/components/ui/link-select";
import { Tabs } from "@/components/ui/tabs";
import { PLATFORM_IDS, PLATFORM_NAMES } from "@/lib/platforms/platform";
import { PERIODS } from "@/lib/posts/schema";
import type { ReportQuery } from "@/lib/reports/period";

/** Of which platform, and over which days. All of it is in the address. */
export function ReportFilters({
  query,
  shown,
}: {
  query: ReportQuery;
  /** The days on the page. */
  shown: { from: string; until: string };
}) {
  const { days, from, until: _, ...rest } = query;
  const own = from !== undefined;
  return (
    <div className="print-hidden scroll-row flex flex-wrap items-center gap-2 max-md:-mx-4 max-md:px-4">
      <div className="w-40 flex-none">
        <LinkSelect
          label="Platform"
          value={reportsHref(query)}
          set={query.platform !== undefined}
          options={[undefined, ...PLATFORM_IDS].map((platform) => ({
            value: reportsHref({ ...query, platform }),
            label: platform ? PLATFORM_NAMES[platform] : "All platforms",
          }))}
        />
      </div>
      <span className="flex-1 max-md:hidden" />
      <Tabs
        label="Period"
        links={PERIODS.map((each) => ({
          href: reportsHref({ ...rest, days: each }),
          label: `${each} days`,
          current: !own && each === days,
        }))}
      />
      <DayRange
        action="/reports"
        keep={reportsQuery(rest)}
        title="Days to report"
        trigger={<span className={own ? "text-accent-text" : undefined}>Other days</span>}
        from={shown.from}
        until={shown.until}
        required
        note="At most 366 days. As many days before them are shown beside."
        confirm="Report these days"
      />
    </div>
  );
}
