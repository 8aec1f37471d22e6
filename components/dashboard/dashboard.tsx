import { Upload } from "lucide-react";
import { Suspense } from "react";
import { AreasPart, FactsPart } from "@/components/dashboard/about-parts";
import { FiguresLoading, PanelLoading } from "@/components/dashboard/panel-loading";
import { PeriodParts, type Who } from "@/components/dashboard/period-parts";
import { RangeControl } from "@/components/period/range-control";
import { rangeLine } from "@/components/period/range-words";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import type { DashboardParts } from "@/lib/dashboard/parts";
import { daysOf, todayIn } from "@/lib/dashboard/range";
import type { RangeQuery } from "@/lib/dashboard/range-query";
import { mayAs } from "@/lib/workspaces/schema";

/** What matters in a period. Each part is shown as soon as it is read, and fails alone. */
export function Dashboard({
  parts,
  query,
  problem,
  who,
  now,
  dismiss,
}: {
  parts: DashboardParts;
  query: RangeQuery;
  problem: string | null;
  who: Who;
  now: Date;
  /** Puts the first steps away. */
  dismiss: FormAction;
}) {
  const { role, zone } = who;
  const today = todayIn(zone, now);
  const days = daysOf(query, today);
  const clock = { zone, now };
  return (
    <Page
      title="Dashboard"
      sub={`${rangeLine(days, today)} · days in ${zone}`}
      actions={
        <>
          <RangeControl query={query} days={days} today={today} />
          {mayAs(role, "member") && (
            <ButtonLink href="/upload" className="max-md:hidden">
              <Upload aria-hidden="true" />
              Upload links
            </ButtonLink>
          )}
        </>
      }
    >
      {problem && <Notice kind="warn">{problem} The last 7 days are shown instead.</Notice>}
      <Suspense fallback={<FiguresLoading />}>
        <PeriodParts parts={parts} who={who} now={now} dismiss={dismiss} />
        {/* Inside: what is read sooner but stands below would be pushed down. */}
        <Suspense fallback={<PanelLoading title="Where to look" height="h-24" />}>
          <AreasPart shorts={parts.shorts} {...clock} />
        </Suspense>
        <Suspense fallback={<PanelLoading title="Quick facts" height="h-32" />}>
          <FactsPart accounts={parts.accounts} />
        </Suspense>
      </Suspense>
    </Page>
  );
}
