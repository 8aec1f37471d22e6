import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { createMiddleware } from "hono/factory";
import type { Fault } from "./fault-box.ts";
import type { State } from "./state.ts";

/** How one platform words a refusal. */
export type Wording = (kind: "429" | "5xx" | "quota" | "expired_token") => {
  status: number;
  body: unknown;
};

/**
 * Logs each request to a platform, and answers in place of it when a fault is due. With `operation`
 * each kind of request is counted apart as well: `youtube.batchGetStats`.
 */
export function withFaults(
  state: State,
  platform: Fault["platform"],
  wording: Wording,
  operation?: (path: string) => string,
) {
  return createMiddleware<{ Bindings: HttpBindings }>(async (context, next) => {
    const atMs = Date.now();
    state.log.add(platform, atMs);
    if (operation) state.log.add(`${platform}.${operation(context.req.path)}`, atMs);
    const fault = state.faults.next(platform);
    if (!fault) return next();
    switch (fault.kind) {
      case "slow":
        await next();
        context.res = heldBack(context.res, fault.delaySeconds);
        return;
      case "endless":
        return new Response(endless(), { headers: { "content-type": "application/json" } });
      case "malformed":
        return json(200, '{"items":[{"id":"dQw4w9WgXcQ","snippet":{"publi');
      case "html502":
        return new Response("<html><body><h1>502 Bad Gateway</h1></body></html>", {
          status: 502,
          headers: { "content-type": "text/html" },
        });
      case "cut":
        cutOff(context.env.outgoing);
        return RESPONSE_ALREADY_SENT;
      default: {
        const { status, body } = wording(fault.kind);
        return json(status, JSON.stringify(body), fault.retryAfterSeconds);
      }
    }
  });
}

function json(status: number, body: string, retryAfterSeconds?: number) {
  const headers = new Headers({ "content-type": "application/json; charset=UTF-8" });
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(retryAfterSeconds));
  return new Response(body, { status, headers });
}

function heldBack(response: Response, delaySeconds: number) {
  const body = new ReadableStream({
    async start(controller) {
      // A first byte at once: the answer has begun, only its end is late.
      controller.enqueue(new TextEncoder().encode(" "));
      await sleep(delaySeconds * 1000, undefined, { ref: false });
      controller.enqueue(new Uint8Array(await response.arrayBuffer()));
      controller.close();
    },
  });
  return new Response(body, {
    status: response.status,
    headers: { "content-type": "application/json" },
  });
}

function endless() {
  const chunk = new TextEncoder().encode('{"kind":"youtube#video"},'.repeat(2600));
  let begun = false;
  return new ReadableStream({
    async pull(controller) {
      if (!begun) controller.enqueue(new TextEncoder().encode('{"items":['));
      begun = true;
      // Gives other requests their turn between two chunks.
      await sleep(0);
      controller.enqueue(chunk);
    },
  });
}

function cutOff(outgoing: HttpBindings["outgoing"]) {
  outgoing.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
  outgoing.write('{"items":[', () => outgoing.destroy());
}
