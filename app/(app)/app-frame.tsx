import type { ReactNode } from "react";
import { switchWorkspaceAction } from "@/app/(app)/actions";
import { measureLinkAction } from "@/app/(app)/link/actions";
import { signOutAction } from "@/app/(auth)/actions";
import { ReconnectStrip } from "@/components/accounts/reconnect-strip";
import { Shell } from "@/components/shell/shell";
import { listOpenNotices } from "@/lib/accounts/queries";
import { listJobs } from "@/lib/jobs/queries";
import type { Scope } from "@/lib/supabase/server";
import { holdsSimulated, isSample, listWorkspaces } from "@/lib/workspaces/queries";
import { mayAs } from "@/lib/workspaces/schema";

/** The shell with what it shows of the workspace. */
export async function AppFrame({ scope, children }: { scope: Scope; children: ReactNode }) {
  const [workspaces, running, simulated, sample, notices] = await Promise.all([
    listWorkspaces(scope),
    listJobs(scope, { status: "running" }, { offset: 0, limit: 1 }),
    holdsSimulated(scope),
    isSample(scope),
    listOpenNotices(scope),
  ]);
  const { workspaceId, workspaceName, role, email, timeZone } = scope;

  return (
    <Shell
      runningJobs={running.total}
      state={{
        workspaces,
        workspace: { id: workspaceId, name: workspaceName, role },
        email,
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
