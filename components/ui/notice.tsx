import { CircleAlert, CircleX, Info } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

const KINDS = {
  info: { Glyph: Info, look: "bg-sunken text-ink-2" },
  warn: { Glyph: CircleAlert, look: "bg-warn-soft text-ink [&>svg]:text-warn" },
  bad: { Glyph: CircleX, look: "bg-bad-soft text-ink [&>svg]:text-bad" },
};

/** What happened, why, and what to do. `foot` closes a panel with it; `announce` reads it out. */
export function Notice({
  kind = "info",
  icon,
  action,
  foot = false,
  announce = false,
  children,
}: {
  kind?: keyof typeof KINDS | undefined;
  icon?: ReactNode | undefined;
  action?: ReactNode | undefined;
  foot?: boolean | undefined;
  announce?: boolean | undefined;
  children: ReactNode;
}) {
  const { Glyph, look } = KINDS[kind];
  return (
    <div
      role={announce ? "alert" : undefined}
      className={cx(
        "flex gap-2.5 [&>svg]:mt-0.5",
        foot ? "rounded-b-[9px] border-t px-3.5 py-[9px] md:px-4" : "rounded-md px-3 py-2.5",
        look,
      )}
    >
      {icon ?? <Glyph aria-hidden="true" />}
      <div className="min-w-0 flex-1">{children}</div>
      {action && <div className="flex-none">{action}</div>}
    </div>
  );
}
