import { ArrowRight, Hash, ListChecks, Megaphone, SquarePlay, User } from "lucide-react";
import { JOB_STATE_WORDS } from "@/components/jobs/job-words";
import type { Item, ItemGroup } from "@/components/search/item";
import { FOUND_KINDS, type Found } from "@/lib/search-all/found";

const KINDS = {
  post: { plural: "Posts", Icon: SquarePlay, list: "/posts" },
  job: { plural: "Jobs", Icon: ListChecks, list: "/jobs" },
  campaign: { plural: "Campaigns", Icon: Megaphone, list: "/campaigns" },
  hashtag: { plural: "Hashtags", Icon: Hash, list: null },
  person: { plural: "People", Icon: User, list: null },
} satisfies Record<Found["kind"], unknown>;

/** How many of a kind the search answers with: of a kind that has so many there may be more. */
export const MOST_OF_A_KIND = 5;

export function foundItem(found: Found): Item {
  return {
    id: `found ${found.path}`,
    title: found.title,
    detail: (found.kind === "job" ? stateOf(found) : found.detail) ?? undefined,
    platform: found.platform ?? undefined,
    Icon: found.platform ? undefined : KINDS[found.kind].Icon,
    does: { go: found.path },
    found,
  };
}

function stateOf({ detail }: Found) {
  const words: Record<string, string> = JOB_STATE_WORDS;
  return detail && words[detail];
}

/** What was found, by kind, in the order of the answer, and the way to all of a kind. */
export function foundGroups(all: Found[], searched: string): ItemGroup[] {
  return FOUND_KINDS.flatMap((kind) => {
    const items = all.filter((found) => found.kind === kind).map(foundItem);
    if (items.length === 0) return [];
    const more = items.length < MOST_OF_A_KIND ? null : wayToAll(kind, searched);
    return [{ value: KINDS[kind].plural, items: more ? [...items, more] : items }];
  });
}

/** A line that leads to a list, and is no result itself. */
export function isWayToAll({ id }: Item) {
  return id.startsWith("all ");
}

function wayToAll(kind: Found["kind"], searched: string): Item | null {
  const { plural, list } = KINDS[kind];
  if (list === null) return null;
  return {
    id: `all ${list}`,
    title: `Show all ${plural.toLowerCase()} with “${searched}”`,
    Icon: ArrowRight,
    does: { go: `${list}?${new URLSearchParams({ search: searched })}` },
  };
}
