import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "@/lib/env";

const EVENTS = ["SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"].map((end) => `ACTOR.RUN.${end}`);
const PURPOSE = "webhooks of Apify";

/** What Apify shows with its word about a run: good for hints about this one run, and nothing else. */
export function webhookSecret(runId: string) {
  const key = createHmac("sha256", env().CRON_SECRET).update(PURPOSE).digest();
  return createHmac("sha256", key).update(runId).digest("base64url");
}

/** Whether a call may speak about this run. */
export function isWebhookOf(runId: string, authorization: string | null) {
  const given = Buffer.from(authorization ?? "");
  const expected = Buffer.from(`Bearer ${webhookSecret(runId)}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The `webhooks` parameter of a start. Null when this server does not know where it can be reached. */
export function webhooksFor(runId: string): string | null {
  const { APP_URL, VERCEL_URL } = env();
  const address = APP_URL ?? (VERCEL_URL && `https://${VERCEL_URL}`);
  if (!address) return null;
  const webhook = {
    eventTypes: EVENTS,
    requestUrl: new URL(`/api/webhooks/apify?run=${runId}`, address).href,
    headersTemplate: JSON.stringify({ Authorization: `Bearer ${webhookSecret(runId)}` }),
    idempotencyKey: runId,
  };
  return Buffer.from(JSON.stringify([webhook])).toString("base64");
}

const spoken = z.object({
  eventData: z.object({ actorRunId: z.string() }).optional().catch(undefined),
  resource: z.object({ id: z.string() }).optional().catch(undefined),
});
const providerRunId = z.string().regex(/^[\w-]{1,64}$/);

/** Which run of Apify's own a body speaks of: somewhere to look, not to be believed. */
export function hintedRun(body: string): string | null {
  try {
    const read = spoken.safeParse(JSON.parse(body)).data;
    return providerRunId.safeParse(read?.eventData?.actorRunId ?? read?.resource?.id).data ?? null;
  } catch {
    return null;
  }
}
