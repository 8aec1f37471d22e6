import { randomUUID } from "node:crypto";
import type { describeRun } from "./apify-run-answer.ts";
import type { Webhook } from "./apify-webhook-list.ts";

export type Delivery = { url: string; eventType: string; answered: number | string };

/** Nothing leaves the machine. */
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
const PATIENCE_MS = 30_000;
const VARIABLE = /\{\{\s*([\w.]+)\s*\}\}/g;

/** Tells a webhook how a run ended, so many times at once, and notes what it answered. */
export async function deliver(
  webhook: Webhook,
  resource: ReturnType<typeof describeRun>,
  nowMs: number,
  times: number,
  note: (delivery: Delivery) => void,
) {
  const eventType = `ACTOR.RUN.${resource.status.replace("-", "_")}`;
  const url = webhook.requestUrl;
  if (!webhook.eventTypes.includes(eventType)) return;
  if (!LOOPBACK.includes(new URL(url).hostname)) {
    return note({ url, eventType, answered: "not sent: only loopback addresses are called" });
  }
  const payload = {
    userId: resource.userId,
    createdAt: new Date(nowMs).toISOString(),
    eventType,
    eventData: { actorId: resource.actId, actorRunId: resource.id },
    resource,
  };
  const request = {
    method: "POST",
    headers: { ...headersOf(webhook, payload), ...ownHeaders() },
    body: webhook.payloadTemplate
      ? filled(webhook.payloadTemplate, payload)
      : JSON.stringify(payload),
    redirect: "manual" as const,
  };
  await Promise.all(
    Array.from({ length: times }, async () => {
      const answered = await fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) })
        .then(({ status }) => status)
        .catch((error: unknown) => `not answered: ${error}`);
      note({ url, eventType, answered });
    }),
  );
}

// One dispatch, however often it is sent.
function ownHeaders() {
  return {
    "content-type": "application/json; charset=utf-8",
    "user-agent": "Apify-Webhooks",
    "x-apify-webhook": "simulated",
    "x-apify-webhook-dispatch-id": randomUUID().replaceAll("-", "").slice(0, 17),
    "x-apify-request-origin": "WEBHOOK",
  };
}

function headersOf({ headersTemplate }: Webhook, payload: object): Record<string, string> {
  if (!headersTemplate) return {};
  try {
    const headers: unknown = JSON.parse(filled(headersTemplate, payload));
    return Object.fromEntries(
      Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
  } catch {
    return {};
  }
}

/** A template with `{{resource.id}}` and the like replaced by JSON. */
function filled(template: string, payload: object): string {
  return template.replaceAll(VARIABLE, (_all, path: string) => {
    const value = path.split(".").reduce<unknown>(
      // Safe because what is no object is never indexed.
      (inner, name) => (inner instanceof Object ? (inner as Record<string, unknown>)[name] : null),
      payload,
    );
    return JSON.stringify(value ?? null);
  });
}
