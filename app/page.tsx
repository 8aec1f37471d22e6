import { AppFrame } from "@/app/(app)/app-frame";
import { dismissFirstStepsAction } from "@/app/dashboard-actions";
import { Dashboard } from "@/components/dashboard/dashboard";
import { Landing } from "@/components/landing/landing";
import { readParts } from "@/lib/dashboard/parts";
import { readRange } from "@/lib/dashboard/range-query";
import { getScope } from "@/lib/supabase/server";

export default async function HomePage({ searchParams }: PageProps<"/">) {
  const scope = await getScope();
  if (!scope) return <Landing />;
  const { query, problem } = readRange(await searchParams);
  const { role, email, timeZone: zone } = scope;
  const now = new Date();
  return (
    <AppFrame scope={scope}>
      <Dashboard
        parts={readParts(scope, query, now)}
        query={query}
        problem={problem}
        who={{ role, email, zone }}
        now={now}
        dismiss={dismissFirstStepsAction}
      />
    </AppFrame>
  );
}
