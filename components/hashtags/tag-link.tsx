import { tagHref } from "@/components/hashtags/hashtags-address";
import { AppLink } from "@/components/ui/app-link";
import type { HashtagPage } from "@/lib/hashtags/list-schema";

/** A hashtag as it was first spelled, linked to its page. Its own script decides how it is read. */
export function TagLink({
  tag,
  name,
  asked,
}: {
  tag: string;
  name: string;
  asked?: Partial<HashtagPage>;
}) {
  return (
    <AppLink
      href={tagHref(tag, asked)}
      title={`#${name}`}
      className="touch inline-block max-w-full truncate align-bottom font-strong hover:text-accent-text hover:underline"
    >
      <bdi>#{name}</bdi>
    </AppLink>
  );
}
