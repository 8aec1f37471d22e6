import "server-only";
import { z } from "zod";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

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
export async function listAttention({ db, workspaceId }: Scope): Promise<AttentionItem[]> {
  const answer = await db.rpc("needs_attention", { workspace: workspaceId });
  return z.array(item).parse(unwrap(answer));
}
