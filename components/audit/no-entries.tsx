import { auditHref } from "@/components/audit/audit-address";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import { AUDIT_ACTIONS, type AuditFilter } from "@/lib/audit/schema";

/** Nothing was changed yet, or the filters leave nothing. */
export function NoEntries({ filter, older }: { filter: AuditFilter; older: boolean }) {
  const chips = (
    [
      ["action", filter.action && AUDIT_ACTIONS[filter.action]],
      ["actor", filter.actor && "one person"],
      ["from", filter.from && `from ${filter.from}`],
      ["until", filter.until && `until ${filter.until}`],
      ["q", filter.q && `“${filter.q}”`],
    ] as const
  ).flatMap(([name, label]) => (label ? [{ name, label }] : []));
  if (chips.length === 0) {
    return (
      <EmptyState>
        {older
          ? "No older entries."
          : "Nothing was changed yet. Members, roles, tokens, settings, exports, deletions, and jobs started or cancelled are written down here as they happen."}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {chips.map(({ name, label }) => (
            <FilterChip key={name} href={auditHref({ ...filter, [name]: undefined })}>
              {label}
            </FilterChip>
          ))}
        </div>
      }
    >
      No entry matches these filters.
    </EmptyState>
  );
}
