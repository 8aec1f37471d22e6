import type { InboxFilter } from "@/lib/alerts/schema";
import { searchString } from "@/lib/search";

/** The inbox with this filter; what is the default is not written. */
export function inboxHref({ state, kind, page }: Partial<InboxFilter>): string {
  return `/inbox${searchString({ state, kind, page }, { state: "all", page: 1 })}`;
}
