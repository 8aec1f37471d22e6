import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";

const BODY_BYTES = 64 * 1024;

/** The first 64 KiB of what an address answers, no redirect followed. */
export type Page = { status: number; location: string | null; html: string };

/** One GET without cookies. Rejects with the socket's error, or when `signal` aborts. */
export function getPage(
  url: URL,
  { lookup, signal }: { lookup: LookupFunction | undefined; signal: AbortSignal },
): Promise<Page> {
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  const headers = {
    accept: "text/html,*/*",
    "accept-encoding": "identity",
    "user-agent": "Mozilla/5.0 (compatible; MediaMetricsLab)",
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, signal, agent: false, ...(lookup && { lookup }) });
    sent.on("error", reject);
    sent.on("response", (response) => {
      readStart(response).then(resolve, reject);
    });
    sent.end();
  });
}

async function readStart(response: IncomingMessage): Promise<Page> {
  const { statusCode = 0, headers } = response;
  const location = headers.location ?? null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  // The body of a redirect says nothing. Leaving the loop closes the connection.
  for await (const chunk of response) {
    if (location || bytes >= BODY_BYTES) break;
    chunks.push(chunk);
    bytes += chunk.length;
  }
  const html = Buffer.concat(chunks).subarray(0, BODY_BYTES).toString("utf8");
  return { status: statusCode, location, html };
}
