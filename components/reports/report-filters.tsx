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
    <div className="print-hidden flex flex-wrap items-center gap-2">
      <div className="w-40 flex-none max-md:order-1 max-md:flex-1">
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
      <div className="max-md:order-3 max-md:w-full max-md:[&_a]:flex-1 max-md:[&_a]:justify-center">
        <Tabs
          label="Period"
          links={PERIODS.map((each) => ({
            href: reportsHref({ ...rest, days: each }),
            label: `${each} days`,
            current: !own && each === days,
          }))}
        />
      </div>
      <div className="max-md:order-2">
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
    </div>
  );
}
