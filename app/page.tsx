import { AppFrame } from "@/app/(app)/app-frame";
import { Dashboard } from "@/components/dashboard/dashboard";
import { Landing } from "@/components/landing/landing";
import { hasAccounts } from "@/lib/accounts/queries";
import { listJobs } from "@/lib/jobs/queries";
import { getScope } from "@/lib/supabase/server";
import { getOverview } from "@/lib/workspaces/queries";

const LATEST = { offset: 0, limit: 6 };

export default async function HomePage() {
  const scope = await getScope();
  if (!scope) return <Landing />;
  const [overview, jobs, connected] = await Promise.all([
    getOverview(scope),
    listJobs(scope, {}, LATEST),
    hasAccounts(scope),
  ]);

  return (
    <AppFrame scope={scope}>
      <Dashboard
        overview={overview}
        jobs={jobs.items}
        connected={connected}
        timeZone={scope.timeZone}
        role={scope.role}
        now={new Date()}
      />
    </AppFrame>
  );
}
