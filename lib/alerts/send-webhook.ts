import "server-only";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { tokenKeys } from "@/lib/accounts/own-keys";
import type { DeliveryOrder } from "@/lib/alerts/claim";
import { bodyOf } from "@/lib/alerts/message";
import type { Sending } from "@/lib/alerts/settlement";
import { DELIVERY_HEADER, SIGNATURE_HEADER, signatureOf } from "@/lib/alerts/signature";
import { checkWebhookAddress } from "@/lib/alerts/webhook-address";
import { openWebhookSecret } from "@/lib/alerts/webhook-secret";
import { env } from "@/lib/env";
import { publicLookup } from "@/lib/http/public-lookup";
import { ownAddress } from "@/lib/own-address";

const TIMEOUT_MS = 10_000;

/** Sends one message to its webhook: signed, within 10 s, no redirect followed. Never throws. */
export async function sendToWebhook(order: DeliveryOrder, signal: AbortSignal): Promise<Sending> {
  const { webhook, workspace_id: workspaceId } = order;
  if (!webhook) return { kind: "failed", detail: "The webhook was removed." };
  const address = checkWebhookAddress(webhook.url, env().NODE_ENV !== "production");
  if (address.kind === "refused") return { kind: "failed", detail: address.why };
  const owner = { workspaceId, webhookId: webhook.id };
  const opened = await openWebhookSecret(webhook.ciphertext, owner, tokenKeys());
  if (opened.kind === "unreadable") {
    return { kind: "failed", detail: "Its secret cannot be read any more. Make a new one." };
  }
  const body = bodyOf(order, ownAddress());
  const headers = {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    "user-agent": "MediaMetricsLab-Webhook/1",
    [DELIVERY_HEADER]: order.delivery_id,
    [SIGNATURE_HEADER]: signatureOf(body, opened.text, new Date()),
  };
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const status = await post(address, headers, body, AbortSignal.any([timeout, signal]));
    return judge(status, address.url.host);
  } catch (error) {
    if (timeout.aborted) return again(`${address.url.host} did not answer within 10 s.`);
    return again(`${address.url.host} could not be reached (${codeOf(error)}).`);
  }
}

function post(
  { url, isLocal }: { url: URL; isLocal: boolean },
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<number> {
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  // The socket connects to the address that was checked: a name cannot lead inside in between.
  const guard = isLocal ? {} : { lookup: publicLookup() };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", headers, signal, agent: false, ...guard });
    sent.on("error", reject);
    sent.on("response", (response: IncomingMessage) => {
      // What it says does not matter, and could be endless.
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    sent.end(body);
  });
}

function judge(status: number, host: string): Sending {
  if (status >= 200 && status < 300) return { kind: "sent", httpStatus: status };
  if (status >= 300 && status < 400) {
    const detail = `${host} answered ${status}: a redirect, and none is followed. Set the address it leads to.`;
    return { kind: "again", detail, httpStatus: status };
  }
  if (status === 410) {
    return {
      kind: "failed",
      detail: `${host} answered 410: it wants no more.`,
      httpStatus: status,
    };
  }
  return {
    kind: "again",
    detail: `${host} answered ${status}, expected 200 to 299.`,
    httpStatus: status,
  };
}

function again(detail: string): Sending {
  return { kind: "again", detail };
}

function codeOf(error: unknown) {
  const { code, message } = Object(error);
  if (code === "ENOTPUBLIC") return "its name does not lead to the public internet";
  return typeof code === "string" ? code : String(message ?? "connection failed");
}
