import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { PanelFailed } from "@/components/hashtags/panel-failed";
import { ingestRunHref } from "@/components/ingest/ingest-address";
import { lookOf } from "@/components/ingest/ingest-state";
import { RunStateBadge } from "@/components/runs/run-state-badge";
import { causeOf } from "@/components/runs/run-words";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelHead } from "@/components/ui/panel";
import { LATEST_RUNS, type LatestRuns } from "@/lib/dashboard/latest-runs";
import { counted, exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";

type Line = { id: string; at: string; href: string; title: string; meta: string; end: ReactNode };

/** The newest runs that measured again or brought in, of both kinds. */
export async function RunsPanel({
  runs,
  email,
  zone,
  now,
}: {
  runs: Promise<LatestRuns | null>;
  email: string;
  zone: string;
  now: Date;
}) {
  const found = await runs;
  if (!found) return <PanelFailed title="Latest runs" />;
  const { refreshes, ingests } = found;
  const lines: Line[] = [
    ...refreshes.map((run) => ({
      id: run.id,
      at: run.created_at,
      href: "/settings/runs",
      title: causeOf(run, { zone, now, email }),
      meta: `${exactCount(run.measured)} of ${counted(run.planned, "post")} measured`,
      end: <RunStateBadge run={run} />,
    })),
    ...ingests.map((run) => ({
      id: run.id,
      at: run.created_at,
      href: ingestRunHref(run.id),
      title: `Ingest${run.trigger === "schedule" ? " on schedule" : ""}`,
      meta: `${counted(run.ingested, "item")} taken in, ${counted(run.new_posts, "new post")}`,
      end: (
        <Badge kind={lookOf(run.state).badge} tip={lookOf(run.state).tip}>
          {lookOf(run.state).word}
        </Badge>
      ),
    })),
  ];
  const newest = lines.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, LATEST_RUNS);
  return (
    <Panel>
      <PanelHead
        title="Latest runs"
        tools={
          <ButtonLink href="/settings/runs" variant="quiet" size="small">
            All runs
            <ChevronRight aria-hidden="true" />
          </ButtonLink>
        }
      />
      {newest.length === 0 ? (
        <EmptyState>
          No runs. They measure connected accounts every six hours, and bring in short videos.
        </EmptyState>
      ) : (
        <ul className="border-t">
          {newest.map(({ id, at, href, title, meta, end }) => (
            <li
              key={id}
              className="relative flex items-start gap-3 border-b px-3.5 py-2 last:border-b-0 hover:bg-hover md:px-4"
            >
              <div className="min-w-0 flex-1">
                <div className="truncate font-strong">
                  <AppLink href={href} className="after:absolute after:inset-0">
                    {title}
                  </AppLink>
                </div>
                <p className="text-xs/[18px] text-muted">
                  {meta} · {moment(at, zone, now)}
                </p>
              </div>
              <div className="relative flex-none">{end}</div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
