import "server-only";
import { env } from "@/lib/env";

/** Where this server is reached: by itself, and by those who come back from elsewhere. */
export function ownAddress() {
  const { APP_URL, VERCEL_URL } = env();
  return APP_URL ?? (VERCEL_URL ? `https://${VERCEL_URL}` : "http://localhost:3000");
}
