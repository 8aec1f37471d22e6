import "server-only";
import { readTokenKeys, type TokenKeys } from "@/lib/accounts/token-keys";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/** The keys of this server. Throws what an admin has to set when there are none. */
export function tokenKeys(): TokenKeys {
  const keys = readTokenKeys(env().TOKEN_KEYS);
  if (keys) return keys;
  throw new AppError(
    "unavailable",
    "TOKEN_KEYS is not configured: without a key of its own this server keeps no tokens of accounts.",
  );
}
