import { goesOn } from "@/components/jobs/wait-words";
import type { IngestRun } from "@/lib/ingest/queries";

type Troubled = Pick<
  IngestRun,
  "state" | "error_code" | "error_detail" | "next_look_at" | "finished_at" | "read"
>;

export type IngestTrouble = {
  sentence: string;
  /** Nothing is lost: it goes on by itself. */
  waits: boolean;
};

/** What went wrong in a run, why, and what to do. Null: nothing did. */
export function explainTrouble(run: Troubled, zone: string, now: Date): IngestTrouble | null {
  const { state, error_code: code, error_detail: detail } = run;
  if (code === null) return null;
  const told = sentence(detail ?? "It broke on our side.");
  if (run.finished_at === null)
    return { sentence: `${told}${goingOn(run, zone, now)}`, waits: true };
  if (state === "cancelled") return null;
  return { sentence: [told, nextStep(run)].filter(Boolean).join(" "), waits: false };
}

function goingOn({ state, next_look_at }: Troubled, zone: string, now: Date) {
  // Its sentence says already how it goes on.
  if (state === "unclear") return "";
  return ` It is tried again by itself ${goesOn(next_look_at, zone, now)}; nothing is lost.`;
}

function nextStep({ error_code, error_detail, state }: Troubled) {
  switch (error_code) {
    // Says itself where to look.
    case "unclear":
      return null;
    case "not_configured":
      return error_detail?.includes("APIFY_")
        ? "Ask who runs this server, or save a token and an actor of your own; then run again."
        : "Mend the settings, then run again.";
    case "quota":
      return "Top up at console.apify.com or use another token, then run again.";
    case "permission":
      return "Give the token the right to run this actor at console.apify.com, then run again.";
    case "provider_failed":
      return state === "timed_out"
        ? "Ask for fewer items, or run again."
        : "Its log is at console.apify.com. Run again, or choose another actor.";
    default:
      return "Run again in a while.";
  }
}

function sentence(text: string) {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
