import { Upload } from "lucide-react";
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { groupByAge } from "@/components/jobs/job-age";
import { JobFilters } from "@/components/jobs/job-filters";
import { JobList } from "@/components/jobs/job-list";
import { JobTable } from "@/components/jobs/job-table";
import { jobsHref } from "@/components/jobs/jobs-address";
import { KeepFresh } from "@/components/jobs/keep-fresh";
import { NoJobs } from "@/components/jobs/no-jobs";
import { Hotkeys } from "@/components/shell/hotkeys";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { counted } from "@/lib/format/count";
import { listJobs } from "@/lib/jobs/queries";
import { jobFilter } from "@/lib/jobs/schema";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

export const metadata: Metadata = { title: "Jobs" };

const PAGE_JOBS = 50;
const KEYS = { "/": "main input[type=search]" };

export default async function JobsPage({ searchParams }: PageProps<"/jobs">) {
  const scope = await requireScope();
  const filter = readSearch(jobFilter, await searchParams);
  const slice = { offset: (filter.page - 1) * PAGE_JOBS, limit: PAGE_JOBS };
  const { total, items } = await listJobs(scope, filter, slice);
  const lastPage = Math.max(1, Math.ceil(total / PAGE_JOBS));
  if (filter.page > lastPage) {
    // safe because it is this page's own address
    redirect(jobsHref({ ...filter, page: lastPage }) as Route);
  }

  const now = new Date();
  const zone = scope.timeZone;
  const list = { groups: groupByAge(items, zone, now), zone, now, email: scope.email };
  const mayUpload = mayAs(scope.role, "member");
  const narrowed = filter.search !== undefined || filter.status !== undefined;
  return (
    <Page
      title="Jobs"
      sub={`${counted(total, "job")}${narrowed ? " found" : ""}, newest first · times in ${zone}`}
      actions={
        mayUpload && (
          <ButtonLink href="/upload" variant="primary" className="max-md:hidden">
            <Upload aria-hidden="true" />
            Upload
          </ButtonLink>
        )
      }
    >
      <Hotkeys keys={KEYS} />
      {items.some(({ status }) => status === "running") && <KeepFresh />}
      <Panel>
        {(total > 0 || narrowed) && <JobFilters filter={filter} />}
        {items.length === 0 ? (
          <NoJobs filter={filter} mayUpload={mayUpload} />
        ) : (
          <>
            <JobTable {...list} />
            <JobList {...list} />
            <Pager
              noun="Jobs"
              page={filter.page}
              pageSize={PAGE_JOBS}
              total={total}
              hrefOf={(page) => jobsHref({ ...filter, page })}
            />
          </>
        )}
      </Panel>
    </Page>
  );
}
