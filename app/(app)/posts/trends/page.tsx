import type { Metadata } from "next";
import { TrendChart } from "@/components/charts/trend-chart";
import { metricLabel } from "@/components/metrics/metric-label";
import { awaitedPosts } from "@/components/posts/awaited";
import { NoTrend } from "@/components/posts/no-trend";
import { gainDays, totalDays } from "@/components/posts/trend-days";
import { TrendFigures } from "@/components/posts/trend-figures";
import { TrendFilters } from "@/components/posts/trend-filters";
import { TrendTable } from "@/components/posts/trend-table";
import { dayRangeText, trendFinding } from "@/components/posts/trend-words";
import { Page } from "@/components/shell/page";
import { SimulatedBadge } from "@/components/ui/badge";
import { CopyLink } from "@/components/ui/copy-link";
import { Notice } from "@/components/ui/notice";
import { listAccounts } from "@/lib/accounts/queries";
import { calendarDay } from "@/lib/format/time";
import { countPosts, getPostChoices } from "@/lib/posts/queries";
import { postFilter, trendFilter } from "@/lib/posts/schema";
import { getTrend } from "@/lib/posts/trends";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

export const metadata: Metadata = { title: "Trends" };

export default async function TrendsPage({ searchParams }: PageProps<"/posts/trends">) {
  const scope = await requireScope();
  const filter = readSearch(trendFilter, await searchParams);
  const [trend, { accounts }] = await Promise.all([getTrend(scope, filter), getPostChoices(scope)]);
  const label = metricLabel(trend.metric);
  const range = dayRangeText(trend.from, trend.until);
  const isOfAll = filter.platform === undefined && filter.account === undefined;
  const chart = {
    timeZone: trend.time_zone,
    previousLabel: `The ${trend.days.length} days before`,
    simulated: trend.is_simulated,
    state: { kind: "ready" } as const,
  };
  const isKnown = trend.days.some(({ total }) => total !== null);
  const empty = !isKnown && (await countPosts(scope, postFilter.parse({}))) === 0;
  const connected = empty ? await listAccounts(scope) : [];

  return (
    <Page
      title="Trends"
      crumbs={[{ label: "Posts", href: "/posts" }]}
      badge={trend.is_simulated && <SimulatedBadge />}
      sub={`${range} · days in ${trend.time_zone}${isOfAll ? " · platforms added up, each as it counts" : ""}`}
      actions={<CopyLink />}
    >
      {!empty && <TrendFilters filter={filter} accounts={accounts} shown={trend} />}
      {trend.changes.map(({ day, definition, description }) => (
        <Notice key={definition}>
          <b className="font-strong">Redefined on {calendarDay(day, "UTC")}.</b> {description} What
          changed with that is in the total and in no gain; before and after are not compared.
        </Notice>
      ))}
      {isKnown ? (
        <>
          <TrendFigures trend={trend} />
          <TrendChart
            {...chart}
            kind="bars"
            title={trendFinding(trend)}
            fileName={`${label} gained per day`}
            days={gainDays(trend)}
            metricLabel={`${label} gained`}
            sub={`${label} gained per day, ${range}`}
          />
          <TrendChart
            {...chart}
            kind="line"
            title={`${label} in all`}
            days={totalDays(trend)}
            metricLabel={`${label} in all`}
            sub={`The newest number of each post, added up and carried over days without measurement, ${range}. A post measured for the first time enters the total without being a gain.`}
          />
          <TrendTable trend={trend} />
        </>
      ) : (
        <NoTrend
          trend={trend}
          empty={empty}
          awaited={awaitedPosts(connected, scope.timeZone, new Date())}
          mayAdd={mayAs(scope.role, "member")}
        />
      )}
    </Page>
  );
}
