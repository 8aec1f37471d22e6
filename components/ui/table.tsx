import type { ComponentProps, ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/cx";

/** A table that scrolls inside its panel, with a sticky head. `wide` hides it on phones for a RowList. */
export function Table({
  label,
  wide = false,
  children,
}: {
  label: string;
  wide?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard
      tabIndex={0}
      className={cx(
        "relative max-h-[calc(100dvh-5rem)] overflow-auto rounded-[inherit] focus-visible:-outline-offset-2",
        wide && "max-md:hidden",
      )}
    >
      <table className="w-full border-separate border-spacing-0 [&_tbody_tr:hover>td]:bg-hover [&_tbody_tr:last-child>td]:border-b-0">
        {children}
      </table>
    </section>
  );
}

const HEAD =
  "sticky top-0 z-1 border-b bg-panel px-2.5 py-[7px] text-left text-xs font-medium whitespace-nowrap text-muted first:pl-4 last:pr-4";

/** A column head. Numbers stand right. */
export function Th({
  numeric = false,
  children,
}: {
  numeric?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <th scope="col" className={cx(HEAD, numeric && "text-right")}>
      {children}
    </th>
  );
}

/** A column head that sorts: a link to the same page in another order. */
export function SortTh({
  href,
  sorted,
  numeric = false,
  children,
}: {
  href: string;
  sorted: "ascending" | "descending" | null;
  numeric?: boolean | undefined;
  children: ReactNode;
}) {
  const arrow = sorted && (sorted === "ascending" ? " ↑" : " ↓");
  return (
    <th
      scope="col"
      {...(sorted ? { "aria-sort": sorted } : {})}
      className={cx(HEAD, numeric && "text-right")}
    >
      <AppLink
        href={href}
        scroll={false}
        className={cx("touch hover:text-ink", sorted && "text-ink")}
      >
        {children}
        <span aria-hidden="true">{arrow}</span>
      </AppLink>
    </th>
  );
}

/** A cell; `numeric` aligns right, `tone` sets how much it stands out. */
export function Td({
  numeric = false,
  tone = "plain",
  className,
  ...rest
}: ComponentProps<"td"> & {
  numeric?: boolean | undefined;
  tone?: "plain" | "soft" | "muted" | "strong";
}) {
  const tones = { plain: "", soft: "text-ink-2", muted: "text-muted", strong: "font-strong" };
  const look = cx(
    "h-(--row-h) border-b px-2.5 align-middle first:pl-4 last:pr-4",
    numeric && "text-right whitespace-nowrap",
    tones[tone],
    className,
  );
  return <td className={look} {...rest} />;
}
