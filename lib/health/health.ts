import "server-only";
import { answers } from "@/lib/answers/cached-answer";
import { readDatabaseHealth } from "@/lib/health/database-health";
import { version } from "@/package.json";

const NO_DATABASE =
  "The database does not answer. Look at its status page and at this server's settings.";
const NO_RUN =
  "Accounts are connected, and no refresh succeeded for 7 hours. Look at /settings/runs, and whether the scheduler calls /api/cron/refresh.";
const NO_CACHE =
  "The cache does not answer: every answer is asked of the database anew, which is slower and as right.";

/**
 * How the service is. Red (503): the database is down, or no run succeeded for 7 hours. Degraded
 * (200): only the cache is down. `db` and `redis` say it as monitors of before read it.
 */
export async function readHealth() {
  const [read, cache] = await Promise.all([readDatabaseHealth(), answers().health()]);
  const reason =
    read === null ? NO_DATABASE : !read.ok ? NO_RUN : cache === "down" ? NO_CACHE : null;
  const isRed = read === null || !read.ok;
  return Response.json(
    {
      status: isRed ? "red" : cache === "down" ? "degraded" : "green",
      reason,
      database: read === null ? "down" : "up",
      cache,
      ...(read && { accounts: read.accounts, lastSuccessAt: read.last_success_at }),
      db: read === null ? { status: "down", error: NO_DATABASE } : { status: "ok" },
      redis: {
        status: cache === "up" ? "ok" : cache,
        ...(cache === "down" && { error: NO_CACHE }),
      },
      version,
      timestamp: new Date().toISOString(),
    },
    { status: isRed ? 503 : 200 },
  );
}
