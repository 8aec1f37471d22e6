import { cronRoute } from "@/lib/api/route";
import { continueRefresh } from "@/lib/refresh/slot";

export const maxDuration = 300;

// Every minute: plans a slot whose delivery was lost, young posts each hour, and goes on with what is open.
export const GET = cronRoute(continueRefresh);
