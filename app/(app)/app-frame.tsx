import { cookies } from "next/headers";
import { type ReactNode, Suspense } from "react";
import { switchWorkspaceAction } from "@/app/(app)/actions";
import { SourcesNow, UnreadBell } from "@/app/(app)/frame-parts";
import { measureLinkAction } from "@/app/(app)/link/actions";
import { signOutAction } from "@/app/(auth)/actions";
import { ReconnectStrip } from "@/components/accounts/reconnect-strip";
import { Bell } from "@/components/shell/bell";
import { NAV_COOKIE, readNavFold } from "@/components/shell/nav-fold";
import { NavFreshnessLoading } from "@/components/shell/nav-freshness";
import { Shell } from "@/components/shell/shell";
import { listOpenNotices } from "@/lib/accounts/queries";
import { listJobs } from "@/lib/jobs/queries";
import type { Scope } from "@/lib/supabase/server";
import { holdsSimulated, isSample, listWorkspaces } from "@/lib/workspaces/queries";
import { mayAs } from "@/lib/workspaces/schema";

/** The shell with what it shows of the workspace. */
export async function AppFrame({ scope, children }: { scope: Scope; children: ReactNode }) {
  const [jar, workspaces, running, simulated, sample, notices] = await Promise.all([
    cookies(),
    listWorkspaces(scope),
    listJobs(scope, { status: "running" }, { offset: 0, limit: 1 }),
    holdsSimulated(scope),
    isSample(scope),
    listOpenNotices(scope),
  ]);
  const { workspaceId, workspaceName, role, email, singleKeys, timeZone } = scope;

  return (
    <Shell
      runningJobs={running.total}
      foot={
        <Suspense fallback={<NavFreshnessLoading />}>
          <SourcesNow scope={scope} />
        </Suspense>
      }
      state={{
        workspaces,
        workspace: { id: workspaceId, name: workspaceName, role },
        email,
        singleKeys,
        navFold: readNavFold(jar.get(NAV_COOKIE)?.value),
        bell: (
          <Suspense fallback={<Bell unread={null} />}>
            <UnreadBell scope={scope} />
          </Suspense>
        ),
        simulated,
        sample,
        strip: (
          <ReconnectStrip
            notices={notices}
            allowed={mayAs(role, "member")}
            zone={timeZone}
            now={new Date()}
          />
        ),
        switchWorkspace: switchWorkspaceAction,
        measureLink: measureLinkAction,
        signOut: signOutAction,
      }}
    >
      {children}
    </Shell>
  );
}
