import { InView } from "@/components/settings/in-view";
import { AppLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/cx";

const TABS = {
  workspace: { href: "/settings", label: "Workspace" },
  members: { href: "/settings/members", label: "Members" },
  profile: { href: "/settings/profile", label: "Profile" },
  alerts: { href: "/settings/alerts", label: "Alerts" },
  ingest: { href: "/settings/ingest", label: "Ingest" },
  runs: { href: "/settings/runs", label: "Runs" },
  audit: { href: "/settings/audit", label: "Audit log" },
};

export type SettingsTab = keyof typeof TABS;

const LINK =
  "touch inline-flex h-9 flex-none items-center border-b-2 px-2.5 font-medium whitespace-nowrap";
const CURRENT = "border-accent text-ink";
const OTHER = "border-transparent text-ink-2 hover:text-ink";

/** The pages of the settings. On a phone they stand in one row that scrolls, the current one in sight. */
export function SettingsTabs({ current }: { current: SettingsTab }) {
  return (
    <nav aria-label="Settings" className="-mt-1 max-md:-mx-4">
      <InView className="flex [scrollbar-width:none] overflow-x-auto border-b max-md:px-1.5">
        {Object.entries(TABS).map(([tab, { href, label }]) => (
          <li key={tab} className="-mb-px flex-none">
            <AppLink
              href={href}
              aria-current={tab === current ? "page" : undefined}
              className={cx(LINK, tab === current ? CURRENT : OTHER)}
            >
              {label}
            </AppLink>
          </li>
        ))}
      </InView>
    </nav>
  );
}
