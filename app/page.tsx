import { AppFrame } from "@/app/(app)/app-frame";
import { Dashboard } from "@/components/dashboard/dashboard";
import { Landing } from "@/components/landing/landing";
import { listAccountStates } from "@/lib/accounts/queries";
import { listJobs } from "@/lib/jobs/queries";
import { countRecentShorts } from "@/lib/posts/recent-shorts";
import { getScope } from "@/lib/supabase/server";
import { getOverview } from "@/lib/workspaces/queries";

const WEEK_MS = 7 * 86_400_000;
const LATEST = { offset: 0, limit: 6 };

export default async function HomePage() {
  const scope = await getScope();
  if (!scope) return <Landing />;
  const now = new Date();
  const [overview, jobs, accounts, shorts] = await Promise.all([
    getOverview(scope),
    listJobs(scope, {}, LATEST),
    listAccountStates(scope),
    countRecentShorts(scope, new Date(now.getTime() - WEEK_MS)),
  ]);

  return (
    <AppFrame scope={scope}>
      <Dashboard
        overview={overview}
        jobs={jobs.items}
        accounts={accounts}
        shorts={shorts}
        timeZone={scope.timeZone}
        role={scope.role}
        now={now}
      />
    </AppFrame>
  );
}
