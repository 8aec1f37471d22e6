import { Upload } from "lucide-react";
import { Suspense } from "react";
import { AreasPart, FactsPart } from "@/components/dashboard/about-parts";
import { AttentionPanel } from "@/components/dashboard/attention-panel";
import { FirstSteps } from "@/components/dashboard/first-steps";
import { FreshnessPanel } from "@/components/dashboard/freshness-panel";
import { LatestJobs } from "@/components/dashboard/latest-jobs";
import { MoversPanel } from "@/components/dashboard/movers-panel";
import { FiguresLoading, PanelLoading } from "@/components/dashboard/panel-loading";
import { FiguresPart, SharePart, ViewsPart } from "@/components/dashboard/period-panels";
import { RunsPanel } from "@/components/dashboard/runs-panel";
import { LinkBox } from "@/components/link/link-box";
import { RangeControl } from "@/components/period/range-control";
import { rangeLine } from "@/components/period/range-words";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import type { DashboardParts } from "@/lib/dashboard/parts";
import { daysOf, type RangeQuery, todayIn } from "@/lib/dashboard/range";
import { mayAs, type Role } from "@/lib/workspaces/schema";

const BESIDE =
  "grid items-start gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)] lg:items-stretch";

/** What matters in a period. Each part is shown as soon as it is read, and fails alone. */
export function Dashboard({
  parts,
  query,
  problem,
  who: { role, email, zone },
  now,
  dismiss,
}: {
  parts: DashboardParts;
  query: RangeQuery;
  problem: string | null;
  who: { role: Role; email: string; zone: string };
  now: Date;
  /** Puts the first steps away. */
  dismiss: FormAction;
}) {
  const today = todayIn(zone, now);
  const days = daysOf(query, today);
  const clock = { zone, now };
  const first = { steps: parts.steps, role, dismiss };
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
      <Suspense>
        <FirstSteps when="begun" {...first} />
      </Suspense>
      <Suspense fallback={<FiguresLoading />}>
        <FiguresPart totals={parts.totals} {...clock} />
      </Suspense>
      <Suspense>
        <FirstSteps when="half done" {...first} />
      </Suspense>
      <LinkBox />
      <div className={BESIDE}>
        <Suspense fallback={<PanelLoading title="Top movers" height="h-80" />}>
          <MoversPanel movers={parts.movers} role={role} />
        </Suspense>
        <Suspense fallback={<PanelLoading title="Needs attention" height="h-80" />}>
          <AttentionPanel attention={parts.attention} role={role} {...clock} />
        </Suspense>
      </div>
      <div className={BESIDE}>
        <Suspense fallback={<PanelLoading title="Views gained per day" height="h-88" />}>
          <ViewsPart totals={parts.totals} {...clock} />
        </Suspense>
        <Suspense fallback={<PanelLoading title="Share by platform" height="h-60" />}>
          <SharePart totals={parts.totals} />
        </Suspense>
      </div>
      <div className={BESIDE}>
        <div className="grid min-w-0 content-start gap-3 md:gap-4">
          <Suspense fallback={<PanelLoading title="Latest runs" height="h-60" />}>
            <RunsPanel runs={parts.runs} email={email} {...clock} />
          </Suspense>
          <Suspense fallback={<PanelLoading title="Latest jobs" height="h-40" />}>
            <LatestJobs jobs={parts.jobs} timeZone={zone} now={now} />
          </Suspense>
        </div>
        <Suspense fallback={<PanelLoading title="Sources" height="h-60" />}>
          <FreshnessPanel freshness={parts.freshness} {...clock} />
        </Suspense>
      </div>
      <Suspense fallback={<PanelLoading title="Where to look" height="h-24" />}>
        <AreasPart shorts={parts.shorts} {...clock} />
      </Suspense>
      <Suspense fallback={<PanelLoading title="Quick facts" height="h-32" />}>
        <FactsPart accounts={parts.accounts} />
      </Suspense>
    </Page>
  );
}
