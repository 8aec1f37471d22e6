import { cronRoute } from "@/lib/api/route";
import { maintain } from "@/lib/maintenance/maintain";

// Once a day: partitions for the months to come, uploads that nobody came back for.
export const GET = cronRoute(maintain);
