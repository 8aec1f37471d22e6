import { z } from "zod";

const EVENT = /^ACTOR\.RUN\.(CREATED|SUCCEEDED|FAILED|TIMED_OUT|ABORTED|RESURRECTED)$/;

const webhooks = z.array(
  z.object({
    eventTypes: z.array(z.string().regex(EVENT)).min(1),
    requestUrl: z.url(),
    payloadTemplate: z.string().optional(),
    headersTemplate: z.string().optional(),
    idempotencyKey: z.string().optional(),
  }),
);

export type Webhook = z.output<typeof webhooks>[number];

/** The parameter `webhooks`: a list in JSON, in base64. Null when it is no such thing. */
export function readWebhooks(base64: string | undefined): Webhook[] | null {
  if (!base64) return [];
  try {
    return webhooks.parse(JSON.parse(Buffer.from(base64, "base64").toString()));
  } catch {
    return null;
  }
}
