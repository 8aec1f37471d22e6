import "server-only";
import type { NextRequest } from "next/server";
import { readCsvEvents } from "@/lib/engagements/csv-events";
import { readJsonEvents } from "@/lib/engagements/json-events";
import type { ReceivedEvent } from "@/lib/engagements/schema";
import { AppError } from "@/lib/errors";
import { parseJson } from "@/lib/parse-json";
import { MAX_BYTES } from "@/lib/uploads/upload";

type Received = { from: "api" | "csv"; events: ReceivedEvent[] };

/** The events of a request: JSON, or a file as text/csv. Raises a sentence for what cannot be read at all. */
export async function receiveEvents(request: NextRequest): Promise<Received> {
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("text/csv")) {
    const rows = readCsvEvents(await bytesOf(request));
    return { from: "csv", events: rows.map((event) => ({ kind: "written", event })) };
  }
  if (type.startsWith("application/json")) {
    const body = new TextDecoder().decode(await bytesOf(request));
    return { from: "api", events: readJsonEvents(parseJson(body, "The body is not JSON.")) };
  }
  throw new AppError(
    "unsupported_type",
    "Send a list of events as application/json, or a file as text/csv.",
  );
}

/** Counted while they come: not every sender says how many there are. */
async function bytesOf(request: NextRequest) {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (!request.body) return new Uint8Array();
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) {
      throw new AppError(
        "too_large",
        "The file is larger than 10 MiB. Split it and send the parts.",
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
