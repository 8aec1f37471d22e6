import { Plug, Upload } from "lucide-react";
import { Areas } from "@/components/dashboard/areas";
import { LatestJobs } from "@/components/dashboard/latest-jobs";
import { NextSteps } from "@/components/dashboard/next-steps";
import { QuickFacts } from "@/components/dashboard/quick-facts";
import { type Overview, Totals } from "@/components/dashboard/totals";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { AccountState } from "@/lib/accounts/queries";
import { counted } from "@/lib/format/count";
import type { ListedJob } from "@/lib/jobs/queries";
import type { RecentShorts } from "@/lib/posts/recent-shorts";
import { mayAs, type Role } from "@/lib/workspaces/schema";

export function Dashboard({
  overview,
  jobs,
  shorts,
  accounts,
  timeZone,
  role,
  now,
}: {
  overview: Overview;
  jobs: ListedJob[];
  shorts: RecentShorts;
  accounts: AccountState[];
  timeZone: string;
  role: Role;
  now: Date;
}) {
  const connected = accounts.length > 0;
  const areas = <Areas shorts={shorts} timeZone={timeZone} now={now} />;
  const mayUpload = mayAs(role, "member");
  const upload = (
    <ButtonLink href="/upload" variant="primary">
      <Upload aria-hidden="true" />
      Upload links
    </ButtonLink>
  );
  const sub =
    overview.posts === 0
      ? `Times in ${timeZone}`
      : `${counted(overview.posts, "measured post")}, each with its latest numbers · times in ${timeZone}`;

  return (
    <Page title="Dashboard" sub={sub} actions={mayUpload && jobs.length > 0 && upload}>
      {jobs.length === 0 && overview.posts === 0 ? (
        <>
          <Panel label="Nothing yet">
            <EmptyState
              action={
                mayUpload && (
                  <span className="flex flex-wrap justify-center gap-2">
                    {upload}
                    <ButtonLink href="/accounts">
                      <Plug aria-hidden="true" />
                      {connected ? "See your accounts" : "Connect an account"}
                    </ButtonLink>
                  </span>
                )
              }
            >
              {mayUpload
                ? "No posts yet. Upload a file of post links, or connect an account whose posts are then found by themselves."
                : "No posts yet. Your role reads; a member of this workspace uploads links and connects accounts."}
            </EmptyState>
          </Panel>
          {areas}
        </>
      ) : (
        <>
          <Totals overview={overview} timeZone={timeZone} now={now} />
          {areas}
          <div className="grid items-start gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
            <LatestJobs jobs={jobs} timeZone={timeZone} now={now} />
            <NextSteps jobs={jobs} connected={connected} mayAct={mayUpload} />
          </div>
        </>
      )}
      <QuickFacts accounts={accounts} />
    </Page>
  );
}
