import { openRoute } from "@/lib/api/route";
import { readHealth } from "@/lib/health/health";

// GET /api/health - whether the database answers and measuring works; 503 when not
export const GET = openRoute(readHealth);
