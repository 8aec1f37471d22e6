import { Link } from "lucide-react";
import type { Item } from "@/components/search/item";
import { LINK_PROBLEM_SENTENCES } from "@/lib/links/link-problem";
import { readLink } from "@/lib/links/read-link";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

/** What a pasted link offers: its numbers, or why there are none. Null for what is no link. */
export function linkItem(
  typed: string,
  reads: boolean,
): { item: Item } | { problem: string } | null {
  const link = readLink(typed);
  if (link.kind === "unusable") {
    if (!/^(https?:\/\/|www\.)/i.test(typed)) return null;
    const { title, expected } = LINK_PROBLEM_SENTENCES[link.problem];
    return { problem: `${title}. Expected ${expected}.` };
  }
  if (reads) return { problem: "Viewers only read: a member can get this post’s numbers." };
  return {
    item: {
      id: "link",
      title: "Get this post’s numbers",
      detail: `${PLATFORM_NAMES[link.platform]} · ${link.url.replace(/^https?:\/\/(www\.)?/, "")}`,
      Icon: Link,
      does: { measure: typed },
    },
  };
}

/** What is searched for: of a link its plain form, without what a shared one trails behind it. */
export function searchedBy(typed: string): string {
  const link = readLink(typed);
  return link.kind === "unusable" ? typed : link.url;
}
