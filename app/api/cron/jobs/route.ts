import { cronRoute } from "@/lib/api/route";
import { runQueue } from "@/lib/jobs/worker";

export const maxDuration = 300;

// Every minute: picks up what a lost call or a dead worker left. Runs may overlap: each holds its leases.
export const GET = cronRoute(runQueue);
