import { z } from "zod";
import { webhookRoute } from "@/lib/api/route";
import { receiveHint } from "@/lib/ingest/receive-hint";
import { isWebhookOf } from "@/lib/ingest/webhook";

const runOf = (request: { nextUrl: URL }) =>
  z.uuid().safeParse(request.nextUrl.searchParams.get("run")).data ?? "";

// POST /api/webhooks/apify?run= - Apify's word that a run of ours ended. Only a hint: the run is read again
export const POST = webhookRoute(
  (request) => isWebhookOf(runOf(request), request.headers.get("authorization")),
  async (db, request) => {
    await receiveHint(db, runOf(request), request.body);
    return Response.json({ accepted: true }, { status: 202 });
  },
);
