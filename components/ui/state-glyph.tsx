import { Ban, Circle, CircleCheck, CircleX, Clock3, LoaderCircle } from "lucide-react";
import { cx } from "@/components/ui/cx";

const STATES = {
  succeeded: { Glyph: CircleCheck, ink: "[&_svg]:text-ok", word: "Succeeded" },
  completed: { Glyph: CircleCheck, ink: "[&_svg]:text-ok", word: "Completed" },
  failed: { Glyph: CircleX, ink: "[&_svg]:text-bad", word: "Failed" },
  running: { Glyph: LoaderCircle, ink: "[&_svg]:text-accent-text", word: "Running" },
  waiting: { Glyph: Clock3, ink: "[&_svg]:text-warn", word: "Waiting" },
  queued: { Glyph: Circle, ink: "[&_svg]:text-muted", word: "Queued" },
  cancelled: { Glyph: Ban, ink: "[&_svg]:text-muted", word: "Cancelled" },
};

export type State = keyof typeof STATES;

/** A state as glyph and word. `label` replaces the word, e.g. "Waiting for quota". */
export function StateGlyph({
  state,
  label,
  quiet = false,
}: {
  state: State;
  label?: string | undefined;
  /** The word only for screen readers. */
  quiet?: boolean | undefined;
}) {
  const { Glyph, ink, word } = STATES[state];
  const turning = state === "running" && "motion-safe:animate-[spin_1.6s_linear_infinite]";
  return (
    <span className={cx("inline-flex items-center gap-1.5 align-middle whitespace-nowrap", ink)}>
      <Glyph className={cx("size-3.5", turning)} aria-hidden="true" />
      <span className={quiet ? "sr-only" : undefined}>{label ?? word}</span>
    </span>
  );
}
