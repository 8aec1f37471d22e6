import { z } from "zod";
import type { Outcome } from "./platform.ts";

const errorItem = z.object({
  error: z.string().min(1),
  errorCode: z.string().optional().catch(undefined),
  errorDescription: z.string().optional().catch(undefined),
});

const GONE = /not.?found|no.?items|private|deleted|removed|unavailable|does not exist|empty/i;
const CLOSED = /restricted|log.?in|permission|forbidden/i;

/** Failed targets come as items of a run that went well. Null when the item is a post. */
export function apifyErrorItem(item: unknown): Outcome | null {
  const read = errorItem.safeParse(item);
  if (!read.success) return null;
  const { error, errorCode = "", errorDescription = "" } = read.data;
  const said = [error, errorCode, errorDescription].filter(Boolean).join(": ").slice(0, 300);
  if (GONE.test(said)) return { kind: "failed", code: "not_found", detail: said };
  const code = CLOSED.test(said) ? "permission" : "provider_error";
  return { kind: "failed", code, detail: `Apify could not read this post: ${said}` };
}
