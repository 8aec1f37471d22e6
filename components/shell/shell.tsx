import type { ReactNode } from "react";
import { ShellProvider, type ShellState } from "@/components/shell/shell-context";
import { SideNav } from "@/components/shell/side-nav";
import { TabBar } from "@/components/shell/tab-bar";

/** The frame of the signed-in part: navigation at the side, or at the foot of a phone. */
export function Shell({
  state,
  runningJobs,
  children,
}: {
  state: ShellState;
  runningJobs?: number;
  children: ReactNode;
}) {
  return (
    <ShellProvider value={state}>
      <div className="min-h-dvh md:grid md:grid-cols-[var(--nav-w-collapsed)_minmax(0,1fr)] lg:grid-cols-[var(--nav-w)_minmax(0,1fr)]">
        <SideNav runningJobs={runningJobs} />
        <div className="flex min-w-0 flex-col">{children}</div>
      </div>
      <TabBar />
    </ShellProvider>
  );
}
