"use client";

import type { Route } from "next";
import Link from "next/link";
import { type ComponentProps, useState } from "react";

type Props = Omit<ComponentProps<typeof Link>, "href" | "prefetch"> & { href: string };

/**
 * `next/link` for addresses put together at run time, with ids and query strings. A page is fetched
 * ahead once it is pointed at: all that are in sight at once would keep the server from the page one reads.
 */
export function AppLink({ href, ...rest }: Props) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return (
    <Link
      // safe because callers start from a known path; typed routes cannot follow ids and queries
      href={href as Route}
      prefetch={wanted ? null : false}
      onPointerEnter={want}
      onFocus={want}
      {...rest}
    />
  );
}

/** A link inside a sentence. */
export function TextLink({ className, ...rest }: Props) {
  return <AppLink {...rest} className={className ?? "text-link"} />;
}
