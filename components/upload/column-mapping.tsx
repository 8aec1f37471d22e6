"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { BareSelect } from "@/components/ui/select";
import type { PreviewColumn, UploadPreview } from "@/components/upload/preview";
import { rolesWith } from "@/components/upload/roles";
import { shortLink } from "@/components/upload/short-link";
import { counted } from "@/lib/format/count";
import type { ColumnRole } from "@/lib/uploads/upload";

const SHOWN_COLUMNS = 12;
const ROLES: { value: ColumnRole; label: string }[] = [
  { value: "link", label: "Link" },
  { value: "platform", label: "Platform" },
  { value: "keep", label: "Keep as it is" },
  { value: "skip", label: "Leave out" },
];

/** What each column of the file is used for. */
export function ColumnMapping({
  preview: { columns, rowsRead, needsLinkColumn },
  onRoles,
}: {
  preview: UploadPreview;
  onRoles: (roles: ColumnRole[]) => void;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? columns : columns.slice(0, SHOWN_COLUMNS);
  return (
    <Panel>
      <PanelHead title="Columns" sub={recognised(columns)} />
      {needsLinkColumn && (
        <div className="px-3.5 pb-3 md:px-4">
          <Notice kind="warn">
            No column looks like links to posts. Choose the one that holds them.
          </Notice>
        </div>
      )}
      <ul>
        {shown.map((column, index) => (
          <MappedColumn
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns of a file may share a name
            key={index}
            column={column}
            rowsRead={rowsRead}
            name={column.name || `Column ${index + 1}`}
            onRole={(role) => onRoles(rolesWith(columns, index, role))}
          />
        ))}
      </ul>
      {shown.length < columns.length && (
        <PanelFooter>
          <Button variant="quiet" size="small" onClick={() => setAll(true)}>
            Show all {columns.length} columns
          </Button>
        </PanelFooter>
      )}
    </Panel>
  );
}

function MappedColumn({
  column: { role, samples, filled },
  rowsRead,
  name,
  onRole,
}: {
  column: PreviewColumn;
  rowsRead: number;
  name: string;
  onRole: (role: ColumnRole) => void;
}) {
  const empty = Math.max(0, rowsRead - filled);
  const gap =
    role === "platform" && empty > 0
      ? `, empty in ${counted(empty, "row")}: read from the link`
      : "";
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_9.5rem] items-center gap-x-3 gap-y-0.5 border-t px-3.5 py-1.5 md:grid-cols-[8rem_minmax(0,1fr)_1rem_10.5rem] md:px-4">
      <span className="truncate font-mono text-xs font-strong">{name}</span>
      <span className="truncate text-muted max-md:row-start-2 max-md:text-xs">
        {filled === 0 ? "empty in every row" : samples.map(shortLink).join(" · ") + gap}
      </span>
      <ChevronRight aria-hidden="true" className="text-muted max-md:hidden" />
      <div className="max-md:col-start-2 max-md:row-span-2 max-md:row-start-1">
        <BareSelect
          label={`Use of column ${name}`}
          value={role}
          options={ROLES}
          set={role === "link" || role === "platform"}
          // safe because the options are the roles
          onChange={({ target }) => onRole(target.value as ColumnRole)}
        />
      </div>
    </li>
  );
}

function recognised(columns: readonly PreviewColumn[]) {
  const found = (["link", "platform"] as const).filter((role) =>
    columns.some((column) => column.role === role),
  );
  const rest = "Other columns are kept and exported again.";
  return found.length === 0 ? rest : `We recognised the ${found.join(" and the ")}. ${rest}`;
}
