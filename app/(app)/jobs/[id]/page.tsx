import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { retryJobAction } from "@/app/(app)/jobs/[id]/actions";
import { JobActions } from "@/app/(app)/jobs/[id]/job-actions";
import { readJob } from "@/app/(app)/jobs/[id]/read-job";
import { readRows } from "@/app/(app)/jobs/[id]/read-rows";
import { rowsInState } from "@/components/jobs/job-counts";
import { JobFigures } from "@/components/jobs/job-figures";
import { JobStateBadge } from "@/components/jobs/job-state-badge";
import { JobSummary } from "@/components/jobs/job-summary";
import { LiveJobProvider } from "@/components/jobs/live-job";
import { ProgressPanel } from "@/components/jobs/progress-panel";
import { resultHref } from "@/components/jobs/result-address";
import { ResultPanel } from "@/components/jobs/result-panel";
import { Hotkeys } from "@/components/shell/hotkeys";
import { Page } from "@/components/shell/page";
import { SimulatedBadge } from "@/components/ui/badge";
import { jobId, resultPage } from "@/lib/jobs/schema";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

const PAGE_ROWS = 50;
const KEYS = { "/": "main input[type=search]", e: "#export-menu button" };

export async function generateMetadata({ params }: PageProps<"/jobs/[id]">): Promise<Metadata> {
  const id = jobId.safeParse(await params).data?.id;
  const job = id && (await readJob(await requireScope(), id));
  return { title: job ? job.source_filename : "No such job" };
}

export default async function JobPage({ params, searchParams }: PageProps<"/jobs/[id]">) {
  const scope = await requireScope();
  const { id } = jobId.safeParse(await params).data ?? notFound();
  const { page, ...filter } = readSearch(resultPage, await searchParams);
  const [job, { rows, count }] = await Promise.all([
    readJob(scope, id),
    readRows(scope, id, filter, { offset: (page - 1) * PAGE_ROWS, limit: PAGE_ROWS }),
  ]);
  if (!job) notFound();
  const matching = count ?? rowsInState(job, filter.state);
  // Rows leave a filter while the job runs: a page behind the last one leads to the last one.
  const lastPage = Math.max(1, Math.ceil(matching / PAGE_ROWS));
  if (page > lastPage) {
    // safe because it is this page's own address
    redirect(resultHref(id, { ...filter, page: lastPage }) as Route);
  }

  const now = new Date();
  const allowed = mayAs(scope.role, "member");
  return (
    <Page
      title={job.source_filename}
      crumbs={[{ label: "Jobs", href: "/jobs" }]}
      badge={
        <>
          <JobStateBadge job={job} />
          {job.is_simulated && <SimulatedBadge />}
        </>
      }
      sub={<JobSummary job={job} by={job.by} zone={scope.timeZone} now={now} />}
      actions={<JobActions job={job} allowed={allowed} filter={filter} matching={matching} />}
    >
      <Hotkeys keys={KEYS} />
      <LiveJobProvider job={job} readAt={now.toISOString()} zone={scope.timeZone}>
        <ProgressPanel />
        <JobFigures />
      </LiveJobProvider>
      <ResultPanel
        job={job}
        rows={rows}
        filter={filter}
        paging={{ page, pageSize: PAGE_ROWS, total: matching }}
        zone={scope.timeZone}
        now={now}
        retry={allowed ? retryJobAction : null}
      />
    </Page>
  );
}
