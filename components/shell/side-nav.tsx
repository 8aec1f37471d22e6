import { NavLink } from "@/components/shell/nav-links";
import { PLACE_GROUPS } from "@/components/shell/places";
import { WorkspaceMenu } from "@/components/shell/workspace-menu";

/** The navigation at the side. Counts only for what is going on now. */
export function SideNav({ runningJobs = 0 }: { runningJobs?: number | undefined }) {
  const counts = { jobs: runningJobs > 0 ? `${runningJobs} running` : undefined };
  return (
    <nav
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
      <NavLink to="settings" />
    </nav>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <p
      aria-hidden="true"
      className="px-2 pt-3.5 pb-1 text-xs font-medium text-muted max-lg:invisible max-lg:h-2 max-lg:p-0"
    >
      {children}
    </p>
  );
}
