import "server-only";
import { z } from "zod";
import { askFor } from "@/lib/answers/ask-database";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import type { Scope } from "@/lib/supabase/server";

export const ATTENTION_KINDS = [
  "reconnect",
  "ingest",
  "stale",
  "quota",
  "failed_rows",
  "failing_posts",
  "failed_ingest",
  "quarantine",
] as const;

const item = z.object({
  kind: z.enum(ATTENTION_KINDS),
  /** The id of what it is about, or a source. */
  subject: z.string().nullable(),
  name: z.string().nullable(),
  platform: z.enum(PLATFORM_IDS).nullable(),
  amount: z.number().nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  detail: z.string().nullable(),
});
export type AttentionItem = z.output<typeof item>;

/** What wants somebody in the workspace, worst first. */
export function listAttention({ db, workspaceId }: Scope): Promise<AttentionItem[]> {
  return askFor(z.array(item), () => db.rpc("needs_attention", { workspace: workspaceId }));
}
