import { Download } from "lucide-react";
import { auditFileHref } from "@/components/audit/audit-address";
import { Menu, MenuLink } from "@/components/ui/menu";
import type { AuditFilter } from "@/lib/audit/schema";

/** The filtered log as a file. */
export function AuditDownloads({ filter }: { filter: AuditFilter }) {
  return (
    <Menu
      trigger={
        <>
          <Download aria-hidden="true" />
          Export
        </>
      }
      note="All entries that the filters leave. Taking them is an entry too."
    >
      <MenuLink href={auditFileHref("csv", filter)} download title="CSV" />
      <MenuLink href={auditFileHref("xlsx", filter)} download title="Excel" />
      <MenuLink href={auditFileHref("jsonl", filter)} download title="JSON lines" />
    </Menu>
  );
}
