import type { UploadPreview } from "@/components/upload/preview";
import type { Sent } from "@/components/upload/sending-panel";
import type { Mapping } from "@/lib/uploads/upload";
import type { Source } from "./source";

/** Where the person is: choosing a file, waiting for its check, looking at it, waiting for the job. */
export type UploadState = {
  phase: "choosing" | "checking" | "checked" | "starting";
  source: Source | null;
  /** The last check that came back; stays on screen while another one runs. */
  preview: UploadPreview | null;
  sent: Sent | null;
  problem: Problem | null;
};

/** What went wrong, as a sentence; `again` when the same request may succeed the next time. */
export type Problem = { sentence: string; again: boolean };

export type UploadEvent =
  | { type: "chosen"; source: Source }
  | { type: "remapped" }
  | { type: "sent"; sent: Sent }
  | { type: "checked"; source: Source; preview: UploadPreview }
  | { type: "starting" }
  | { type: "failed"; problem: Problem }
  | { type: "cancelled" }
  | { type: "dropped" };

export const NOTHING_CHOSEN: UploadState = {
  phase: "choosing",
  source: null,
  preview: null,
  sent: null,
  problem: null,
};

export function nextState(state: UploadState, event: UploadEvent): UploadState {
  switch (event.type) {
    case "chosen":
      return { ...NOTHING_CHOSEN, phase: "checking", source: event.source };
    case "remapped":
      return { ...state, phase: "checking", sent: null, problem: null };
    case "sent": {
      // Everything sent: from here on the server reads, and nobody knows for how long.
      const arrived = event.sent.sentBytes >= event.sent.totalBytes;
      return { ...state, sent: arrived ? null : event.sent };
    }
    case "checked":
      return { ...NOTHING_CHOSEN, phase: "checked", source: event.source, preview: event.preview };
    case "starting":
      return { ...state, phase: "starting", problem: null };
    case "failed":
      return { ...settled(state), problem: event.problem };
    case "cancelled":
      return settled(state);
    case "dropped":
      return NOTHING_CHOSEN;
  }
}

/** Back to the last thing that stood: the checked file, or the choice of one. */
function settled(state: UploadState): UploadState {
  const phase = state.preview ? "checked" : "choosing";
  return { ...state, phase, sent: null, problem: null };
}

/** What the person sees is what is run: the roles on screen, not those detected anew. */
export function shownMapping({ preview }: UploadState): Mapping {
  if (!preview || preview.kind === "paste") return {};
  return {
    ...(preview.sheet !== null && { sheet: preview.sheet }),
    roles: preview.columns.map(({ role }) => role),
  };
}
