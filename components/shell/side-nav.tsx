import type { ReactNode } from "react";
import { NavLink } from "@/components/shell/nav-links";
import { NavToggle } from "@/components/shell/nav-toggle";
import { PLACE_GROUPS } from "@/components/shell/places";
import { WorkspaceMenu } from "@/components/shell/workspace-menu";

/** The navigation at the side. Counts only for what is going on now. */
export function SideNav({
  runningJobs = 0,
  foot,
}: {
  runningJobs?: number | undefined;
  foot?: ReactNode;
}) {
  const counts = { jobs: runningJobs > 0 ? `${runningJobs} running` : undefined };
  return (
    <nav
      id="navigation"
      aria-label="Main"
      className="sticky top-0 flex h-dvh flex-col overflow-y-auto border-r bg-bg px-2 pt-2.5 pb-2 max-md:hidden"
    >
      <WorkspaceMenu />
      <div className="h-2" />
      <NavLink to="home" />
      {PLACE_GROUPS.map(({ label, places }) => (
        <div key={label}>
          <Heading>{label}</Heading>
          <ul aria-label={label}>
            {places.map((name) => (
              <li key={name}>
                <NavLink to={name} count={name === "jobs" ? counts.jobs : undefined} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className="mt-auto pt-3.5" />
      <div className="flex flex-col gap-0.5 border-t pt-2">
        {foot}
        <div className="flex items-center gap-1 slim:flex-col">
          <div className="min-w-0 flex-1 slim:w-full slim:flex-none">
            <NavLink to="settings" />
          </div>
          <NavToggle />
        </div>
      </div>
    </nav>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <p
      aria-hidden="true"
      className="px-2 pt-3.5 pb-1 text-xs font-medium text-muted slim:invisible slim:h-2 slim:p-0"
    >
      {children}
    </p>
  );
}
