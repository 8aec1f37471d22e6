import type { ReactNode } from "react";
import { ShellProvider } from "@/components/shell/frame";
import { Keys } from "@/components/shell/keys";
import type { ShellState } from "@/components/shell/shell-context";
import { SideNav } from "@/components/shell/side-nav";
import { TabBar } from "@/components/shell/tab-bar";

/** The frame of the signed-in part: navigation at the side, or at the foot of a phone. */
export function Shell({
  state,
  runningJobs,
  foot,
  children,
}: {
  state: ShellState;
  runningJobs?: number;
  /** Above the settings, at the foot of the navigation. */
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    <ShellProvider value={state}>
      <div
        data-nav={state.navFold}
        // The person folds it without asking the server.
        suppressHydrationWarning
        className="min-h-dvh md:grid md:grid-cols-[var(--nav-w-collapsed)_minmax(0,1fr)] lg:data-[nav=open]:grid-cols-[var(--nav-w)_minmax(0,1fr)]"
      >
        <SideNav runningJobs={runningJobs} foot={foot} />
        <div className="flex min-w-0 flex-col">{children}</div>
      </div>
      <TabBar />
      <Keys />
    </ShellProvider>
  );
}
