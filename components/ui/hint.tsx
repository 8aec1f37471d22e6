import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** Something short on screen that says more on hover, focus and tap. */
export function Hint({
  tip,
  className,
  children,
}: {
  /** Shown in the tooltip and read out after the content. */
  tip: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <button type="button" data-tip={tip} className={cx("touch tip", className)}>
      {children}
      <span className="sr-only">: {tip}</span>
    </button>
  );
}

/** A value whose input is incomplete keeps its place, with a dotted line and the reason. */
export function Incomplete({ reason, children }: { reason: string; children: ReactNode }) {
  return (
    <Hint
      tip={reason}
      className="underline decoration-line-strong decoration-dotted underline-offset-4"
    >
      {children}
    </Hint>
  );
}
