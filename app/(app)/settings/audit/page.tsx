import type { Metadata } from "next";
import { auditHref } from "@/components/audit/audit-address";
import { AuditDownloads } from "@/components/audit/audit-downloads";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditList } from "@/components/audit/audit-list";
import { NoEntries } from "@/components/audit/no-entries";
import { SettingsPage } from "@/components/settings/settings-page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelFooter } from "@/components/ui/panel";
import { whoCan } from "@/components/workspaces/role-names";
import { listAudit } from "@/lib/audit/queries";
import { auditPage } from "@/lib/audit/schema";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { listMembers } from "@/lib/workspaces/queries";
import { mayAs } from "@/lib/workspaces/schema";

const ENTRIES_A_PAGE = 50;

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditPage({ searchParams }: PageProps<"/settings/audit">) {
  const scope = await requireScope();
  const { before, ...filter } = readSearch(auditPage, await searchParams);
  const [members, found] = await Promise.all([
    listMembers(scope),
    listAudit(scope, filter, { before, take: ENTRIES_A_PAGE + 1 }),
  ]);
  const frame = {
    tab: "audit",
    title: "Audit log",
    sub: `Who changed what, newest first; nobody can alter it · times in ${scope.timeZone}`,
  } as const;
  if (!mayAs(scope.role, "admin")) {
    return (
      <SettingsPage {...frame}>
        <Panel label="Audit log">
          <EmptyState>{whoCan("admin", "read the audit log", members)}</EmptyState>
        </Panel>
      </SettingsPage>
    );
  }
  const entries = found.slice(0, ENTRIES_A_PAGE);
  const last = found.length > ENTRIES_A_PAGE ? entries.at(-1) : undefined;
  return (
    <SettingsPage {...frame} actions={<AuditDownloads filter={filter} />}>
      <Panel label="Entries">
        <AuditFilters filter={filter} members={members} />
        {entries.length === 0 ? (
          <NoEntries filter={filter} older={before !== undefined} />
        ) : (
          <AuditList entries={entries} filter={filter} zone={scope.timeZone} now={new Date()} />
        )}
        {(before !== undefined || last) && (
          <PanelFooter className="justify-end">
            {before !== undefined && (
              <ButtonLink size="small" href={auditHref(filter)}>
                Newest
              </ButtonLink>
            )}
            {last && (
              <ButtonLink size="small" href={auditHref({ ...filter, before: last.id })}>
                Older
              </ButtonLink>
            )}
          </PanelFooter>
        )}
      </Panel>
    </SettingsPage>
  );
}
