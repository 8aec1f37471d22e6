import { Hash, ListChecks, Megaphone, SquarePlay, User } from "lucide-react";
import type { Item, ItemGroup } from "@/components/search/item";
import { FOUND_KINDS, type Found } from "@/lib/search-all/found";

const KINDS = {
  post: { plural: "Posts", Icon: SquarePlay },
  job: { plural: "Jobs", Icon: ListChecks },
  campaign: { plural: "Campaigns", Icon: Megaphone },
  hashtag: { plural: "Hashtags", Icon: Hash },
  person: { plural: "People", Icon: User },
} satisfies Record<Found["kind"], unknown>;

export function foundItem(found: Found): Item {
  return {
    id: `found ${found.path}`,
    title: found.title,
    detail: found.detail ?? undefined,
    platform: found.platform ?? undefined,
    Icon: found.platform ? undefined : KINDS[found.kind].Icon,
    does: { go: found.path },
    found,
  };
}

/** What was found, by kind, in the order of the answer. */
export function foundGroups(all: Found[]): ItemGroup[] {
  return FOUND_KINDS.flatMap((kind) => {
    const items = all.filter((found) => found.kind === kind).map(foundItem);
    return items.length === 0 ? [] : [{ value: KINDS[kind].plural, items }];
  });
}
