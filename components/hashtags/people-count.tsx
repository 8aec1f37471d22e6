import { Missing } from "@/components/ui/missing";
import { exactCount } from "@/lib/format/count";

/** How many people used it. Each post has an author, so where none is known the number is unknown, not 0. */
export function PeopleCount({ people, posts }: { people: number; posts: number }) {
  if (people === 0 && posts > 0)
    return <Missing reason="The author of none of its posts is known." />;
  return exactCount(people);
}
