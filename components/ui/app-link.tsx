import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<typeof Link>, "href"> & { href: string };

/** `next/link` for addresses put together at run time, with ids and query strings. */
export function AppLink({ href, ...rest }: Props) {
  // safe because callers start from a known path; typed routes cannot follow ids and queries
  return <Link href={href as Route} {...rest} />;
}

/** A link inside a sentence. */
export function TextLink({ className, ...rest }: Props) {
  return <AppLink {...rest} className={className ?? "text-link"} />;
}
