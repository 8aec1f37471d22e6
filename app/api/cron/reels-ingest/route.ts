import { cronRoute } from "@/lib/api/route";
import { ingestSlot } from "@/lib/ingest/plan";

export const maxDuration = 300;

// Every six hours: one run a workspace with a schedule, however often the slot is delivered.
export const GET = cronRoute(ingestSlot);
