import "server-only";
import { z } from "zod";
import { askFor } from "@/lib/answers/ask-database";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

export const FIRST_STEPS = ["upload", "connect", "ingest", "invite"] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

const steps = z.object({
  upload: z.boolean(),
  connect: z.boolean(),
  ingest: z.boolean(),
  invite: z.boolean(),
  /** Neither posts nor anything that would bring some. */
  is_empty: z.boolean(),
  is_dismissed: z.boolean(),
});
export type FirstSteps = z.output<typeof steps>;

/** Which of the first things were done here, and whether this person put the list away. */
export function getFirstSteps({ db, workspaceId }: Scope): Promise<FirstSteps> {
  return askFor(steps, () => db.rpc("first_steps", { workspace: workspaceId }));
}

/** Puts the list away for this person. Safe to repeat. */
export async function dismissFirstSteps({ db, workspaceId }: Scope) {
  unwrap(await db.rpc("dismiss_hint", { workspace: workspaceId, hint: "first_steps" }));
}
