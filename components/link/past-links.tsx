import type { ReactNode } from "react";
import { LinkTotalsFigures } from "@/components/link/link-totals";
import { PastLinkList } from "@/components/link/past-link-list";
import { PastLinkTable } from "@/components/link/past-link-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { FormAction } from "@/components/ui/form-state";
import { Pager } from "@/components/ui/pager";
import { Panel, PanelHead } from "@/components/ui/panel";
import type { LinkTotals, PastLink } from "@/lib/link/queries";

export type PastLinksContext = {
  zone: string;
  now: Date;
  /** Takes one out of the list; null for those who may not. */
  remove: FormAction | null;
};

/** The single links of the workspace, newest first, with totals over the posts they measured. */
export function PastLinks({
  items,
  totals,
  paging,
  tools,
  ...context
}: PastLinksContext & {
  items: PastLink[];
  totals: LinkTotals;
  paging: { page: number; pageSize: number; total: number };
  tools: ReactNode;
}) {
  return (
    <Panel>
      <PanelHead
        title="Earlier links"
        sub="Of everybody in this workspace, newest first, as they were measured then"
        tools={tools}
      />
      {items.length === 0 ? (
        <EmptyState>No links yet. Paste one above: its numbers stay here.</EmptyState>
      ) : (
        <>
          <LinkTotalsFigures totals={totals} />
          <PastLinkTable items={items} {...context} />
          <PastLinkList items={items} {...context} />
          <Pager
            noun="Links"
            {...paging}
            hrefOf={(page) => (page === 1 ? "/link" : `/link?page=${page}`)}
          />
        </>
      )}
    </Panel>
  );
}
