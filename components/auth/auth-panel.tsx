import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";

/** The one panel of a page for signing in, up or anew; under it the ways to the others. */
export function AuthPanel({
  title,
  sub,
  foot,
  children,
}: {
  title: string;
  sub?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <Panel label={title} className="p-5 md:p-6">
        <h1 className="text-xl tracking-[-0.018em]">{title}</h1>
        {sub && <p className="mt-1 text-muted">{sub}</p>}
        <div className="mt-5">{children}</div>
      </Panel>
      {foot && <p className="mt-4 text-center text-ink-2">{foot}</p>}
    </>
  );
}
