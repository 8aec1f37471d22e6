import type { BadgeKind } from "@/components/ui/badge";
import type { IngestState } from "@/lib/ingest/schema";

type Look = {
  badge: BadgeKind;
  word: string;
  /** What the badge says on focus. */
  tip?: string;
  /** The title of its progress, while how many items there are is not known. */
  doing: string;
};

const STATES: Record<IngestState, Look> = {
  queued: { badge: "accent", word: "Queued", doing: "Waits for its turn" },
  starting: { badge: "accent", word: "Starting", doing: "Asks Apify to start it" },
  unclear: {
    badge: "warn",
    word: "Start unclear",
    tip: "Apify's answer to its start was lost. It is never started twice.",
    doing: "Whether Apify started this run is not known",
  },
  running: { badge: "accent", word: "Running", doing: "Runs at Apify" },
  collecting: { badge: "accent", word: "Reading items", doing: "Reads its items" },
  succeeded: { badge: "ok", word: "Succeeded", doing: "Succeeded" },
  failed: { badge: "bad", word: "Failed", doing: "Failed" },
  timed_out: {
    badge: "bad",
    word: "Timed out",
    tip: "Apify ended it after its time was up. What it had found by then is kept.",
    doing: "Timed out",
  },
  aborted: {
    badge: "warn",
    word: "Aborted",
    tip: "Somebody ended it at Apify. What it had found by then is kept.",
    doing: "Aborted",
  },
  cancelled: { badge: "plain", word: "Cancelled", doing: "Cancelled" },
};

/** How a run's state looks and what it is called. */
export function lookOf(state: IngestState): Look {
  return STATES[state];
}
