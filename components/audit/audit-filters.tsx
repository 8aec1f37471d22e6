import { auditHref } from "@/components/audit/audit-address";
import { DayRange } from "@/components/audit/day-range";
import { LinkSelect } from "@/components/ui/link-select";
import { SearchForm } from "@/components/ui/search-form";
import { type Member, personName } from "@/components/workspaces/role-names";
import { AUDIT_ACTIONS, type AuditAction, type AuditFilter } from "@/lib/audit/schema";

/** What was done, by whom, when, and a search; all of it is in the address. */
export function AuditFilters({ filter, members }: { filter: AuditFilter; members: Member[] }) {
  const href = (change: Partial<AuditFilter>) => auditHref({ ...filter, ...change });
  // safe because Object.keys of a constant object are its keys
  const actions = Object.keys(AUDIT_ACTIONS) as AuditAction[];
  const people = [
    ...members.map((member) => ({ id: member.userId, name: personName(member) })),
    { id: "system" as const, name: "The product itself" },
  ];
  if (filter.actor && !people.some(({ id }) => id === filter.actor)) {
    people.push({ id: filter.actor, name: "Somebody who left" });
  }
  const keep = { ...filter, q: undefined };
  return (
    <div className="scroll-row flex flex-wrap items-center gap-2 px-3.5 py-2.5 md:border-b md:px-4">
      <SearchForm action="/settings/audit" value={filter.q ?? ""} label="Search" keep={keep} />
      <LinkSelect
        label="What was done"
        value={href({})}
        set={filter.action !== undefined}
        options={[
          { value: href({ action: undefined }), label: "Everything" },
          ...actions.map((action) => ({ value: href({ action }), label: AUDIT_ACTIONS[action] })),
        ]}
      />
      <LinkSelect
        label="Who did it"
        value={href({})}
        set={filter.actor !== undefined}
        options={[
          { value: href({ actor: undefined }), label: "Everybody" },
          ...people.map(({ id, name }) => ({ value: href({ actor: id }), label: name })),
        ]}
      />
      <DayRange filter={filter} />
    </div>
  );
}
