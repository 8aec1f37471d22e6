import "./print.css";
import type { Metadata } from "next";
import { dayRangeText } from "@/components/posts/trend-words";
import { NothingYet } from "@/components/reports/no-report";
import { PrintHead } from "@/components/reports/print-head";
import { ReportActions } from "@/components/reports/report-actions";
import { ReportFilters } from "@/components/reports/report-filters";
import { Hotkeys } from "@/components/shell/hotkeys";
import { Page } from "@/components/shell/page";
import { Badge, SimulatedBadge } from "@/components/ui/badge";
import { attempt } from "@/lib/hashtags/list-attempt";
import { countPosts } from "@/lib/posts/queries";
import { postFilter } from "@/lib/posts/schema";
import { reportDays, reportQuery } from "@/lib/reports/period";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { isSample } from "@/lib/workspaces/queries";
import { mayAs } from "@/lib/workspaces/schema";
import { readParts } from "./read";
import { ReportParts } from "./report-parts";

export const metadata: Metadata = { title: "Reports" };

const KEYS = { e: "#export-all a" };

export default async function ReportsPage({ searchParams }: PageProps<"/reports">) {
  const scope = await requireScope();
  const query = readSearch(reportQuery, await searchParams);
  const [parts, posts, sample] = await Promise.all([
    readParts(scope, query),
    attempt(scope, "posts", countPosts(scope, postFilter.parse({}))),
    isSample(scope),
  ]);
  const [zone, now] = [scope.timeZone, new Date()];
  const days = reportDays(query, zone, now);
  const simulated = Boolean(parts.periods?.is_simulated || parts.times?.is_simulated);
  const madeUp = sample
    ? "Sample: everything in it was made up"
    : simulated
      ? "Simulated: numbers of this installation’s simulator, not of the platforms"
      : null;
  return (
    <Page
      title="Reports"
      badge={sample ? <Badge kind="simulated">Sample data</Badge> : simulated && <SimulatedBadge />}
      sub={`${dayRangeText(days.from, days.until)} · days in ${zone}`}
      actions={posts !== 0 && <ReportActions query={query} />}
    >
      <Hotkeys keys={KEYS} />
      <PrintHead
        workspace={scope.workspaceName}
        days={days}
        platform={query.platform}
        zone={zone}
        asOf={parts.periods?.as_of ?? now}
        madeUp={madeUp}
      />
      {posts === 0 ? (
        <NothingYet mayAdd={mayAs(scope.role, "member")} />
      ) : (
        <>
          <ReportFilters query={query} shown={days} />
          <ReportParts parts={parts} query={query} days={days} zone={zone} now={now} />
        </>
      )}
    </Page>
  );
}
