import type { ReactNode } from "react";
import { TopBar } from "@/components/shell/frame";
import type { Crumb } from "@/components/shell/top-bar";
import { cx } from "@/components/ui/cx";

/** One page of the signed-in part: bar with breadcrumb, title with badge, sub line, actions, content. */
export function Page({
  title,
  crumbs = [],
  lead,
  badge,
  sub,
  actions,
  children,
}: {
  title: string;
  /** The pages above this one; on this page only its title is shown. */
  crumbs?: Crumb[];
  /** A picture before the title. */
  lead?: ReactNode;
  badge?: ReactNode;
  sub?: ReactNode;
  /** At most one primary button. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <TopBar crumbs={crumbs} title={title} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-(--page-max) flex-col gap-3 px-4 pt-4 pb-24 outline-none md:gap-4 md:px-6 md:pt-5 md:pb-14"
      >
        <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
          {lead}
          <div className={cx("min-w-0 flex-1", lead ? "basis-48" : "basis-64")}>
            <div className="flex flex-wrap items-center gap-2">
              <h1 className="min-w-0 text-xl tracking-[-0.018em] wrap-anywhere">{title}</h1>
              {badge}
            </div>
            {sub && <p className="text-muted max-md:leading-[18px]">{sub}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2 max-md:w-full">{actions}</div>}
        </div>
        {children}
      </main>
    </>
  );
}
