import type { Sent } from "@/components/upload/sending-panel";
import { Unanswered } from "./unanswered";

export type Sending = { signal: AbortSignal; onSent?: (sent: Sent) => void };
type Answer = { status: number; text: string };

const NOT_ARRIVED =
  "It did not arrive: the connection broke, or the file was moved or changed since you chose it. Try again, or choose it anew.";

/**
 * Posts to our own API and tells how much has been sent, which `fetch` cannot. `onSent` hears about
 * the body only. Rejects with a sentence when nothing came back.
 */
export function post(
  address: string,
  body: FormData | string,
  { signal, onSent }: Sending,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    if (typeof body === "string") request.setRequestHeader("content-type", "application/json");
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onSent?.({ sentBytes: loaded, totalBytes: total });
    };
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new Unanswered(NOT_ARRIVED));
    request.onabort = () => reject(new DOMException("Cancelled.", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    if (signal.aborted) reject(new DOMException("Cancelled.", "AbortError"));
    else request.send(body);
  });
}
