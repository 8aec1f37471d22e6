"use client";

import { useParams } from "next/navigation";
import { hashtagsHref } from "@/components/hashtags/hashtags-address";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { tagOf } from "@/lib/hashtags/list-tag";

const BEGINNING = 3;

/** The address of a hashtag that no post carries: why, and how to find the one that was meant. */
export function UnknownTag() {
  const { tag } = useParams<{ tag?: string }>();
  const name = tagOf(tag ?? "");
  const beginning = name && [...name].slice(0, BEGINNING).join("");
  return (
    <EmptyState
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {beginning && (
            <ButtonLink href={hashtagsHref({ search: beginning })}>
              {`Hashtags that begin with “${beginning}”`}
            </ButtonLink>
          )}
          <ButtonLink href="/hashtags">All hashtags</ButtonLink>
        </div>
      }
    >
      {name ? `No post of this workspace carries #${name}. ` : "There is no hashtag in this link. "}
      It may be spelled otherwise, or the captions that had it were changed. The link may also be of
      another workspace of yours: switch to that one and open it again.
    </EmptyState>
  );
}
