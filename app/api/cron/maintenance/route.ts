import { cronRoute } from "@/lib/api/route";
import { maintain } from "@/lib/maintenance/maintain";

export const maxDuration = 300;

// Once a day: partitions to come, lost uploads, roll-ups, retention, tokens under the newest key.
export const GET = cronRoute((db) => maintain(db));
