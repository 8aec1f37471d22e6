import { inboxHref } from "@/components/inbox/inbox-address";
import { KIND_NAMES } from "@/components/inbox/kind-glyph";
import { LinkSelect } from "@/components/ui/link-select";
import { Tabs } from "@/components/ui/tabs";
import { INCIDENT_KINDS } from "@/lib/alerts/conditions";
import type { InboxFilter } from "@/lib/alerts/schema";
import { exactCount } from "@/lib/format/count";

/** All or unread, and of which kind: in the address. */
export function InboxFilters({
  filter: { state, kind },
  unread,
}: {
  filter: InboxFilter;
  unread: number;
}) {
  const kinds = [undefined, ...INCIDENT_KINDS].map((each) => ({
    value: inboxHref({ state, kind: each }),
    label: each ? KIND_NAMES[each] : "Every kind",
  }));
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-3.5 py-2.5 md:px-4">
      <Tabs
        label="Messages"
        links={[
          { href: inboxHref({ kind }), label: "All", current: state === "all" },
          {
            href: inboxHref({ kind, state: "unread" }),
            label: "Unread",
            count: exactCount(unread),
            current: state === "unread",
          },
        ]}
      />
      <div className="ml-auto">
        <LinkSelect
          label="Kind of message"
          value={inboxHref({ state, kind })}
          options={kinds}
          set={kind !== undefined}
        />
      </div>
    </div>
  );
}
