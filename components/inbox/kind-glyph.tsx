import { ChartLine, CloudOff, Rocket, Unplug, Webhook } from "lucide-react";
import type { IncidentKind } from "@/lib/alerts/conditions";

export const KIND_NAMES: Record<IncidentKind, string> = {
  metric: "Metric",
  breakout: "Score of a short video",
  source: "Failing source",
  token: "Reconnect",
  webhook: "Webhook",
};

const GLYPHS = {
  metric: { Glyph: ChartLine, ink: "text-ink-2" },
  breakout: { Glyph: Rocket, ink: "text-ember-text" },
  source: { Glyph: CloudOff, ink: "text-warn" },
  token: { Glyph: Unplug, ink: "text-bad" },
  webhook: { Glyph: Webhook, ink: "text-bad" },
};

/** What a message is about, as its sign; quiet where it is over, or a score that is no breakout. */
export function KindGlyph({ kind, isOver }: { kind: IncidentKind; isOver: boolean }) {
  const { Glyph, ink } = GLYPHS[kind];
  return (
    <span className={isOver ? "text-muted" : ink}>
      <Glyph aria-hidden="true" className="size-4" />
      <span className="sr-only">{KIND_NAMES[kind]}: </span>
    </span>
  );
}
