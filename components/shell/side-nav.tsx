import { NavLink } from "@/components/shell/nav-links";
import { WorkspaceMenu } from "@/components/shell/workspace-menu";

/** The navigation at the side. Counts only for what is going on now. */
export function SideNav({ runningJobs = 0 }: { runningJobs?: number | undefined }) {
  return (
    <nav
      aria-label="Main"
      className="sticky top-0 flex h-dvh flex-col border-r bg-bg px-2 pt-2.5 pb-2 max-md:hidden"
    >
      <WorkspaceMenu />
      <div className="h-2" />
      <NavLink to="home" />
      <Heading>Collect</Heading>
      <NavLink to="upload" />
      <NavLink to="jobs" {...(runningJobs > 0 ? { count: `${runningJobs} running` } : {})} />
      <NavLink to="accounts" />
      <Heading>Understand</Heading>
      <NavLink to="posts" />
      <div className="mt-auto" />
      <NavLink to="settings" />
    </nav>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <p className="px-2 pt-3.5 pb-1 text-xs font-medium text-muted max-lg:invisible max-lg:h-2 max-lg:p-0">
      {children}
    </p>
  );
}
