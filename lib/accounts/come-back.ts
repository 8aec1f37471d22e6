import "server-only";
import { abandonConnection, measureSoon } from "@/lib/accounts/commands";
import { completeConnection } from "@/lib/accounts/connect";
import { SIGN_IN_NAMES } from "@/lib/accounts/token-problems";
import { unexpectedError } from "@/lib/api/unexpected-error";
import { AppError, shownError } from "@/lib/errors";
import type { Scope } from "@/lib/supabase/server";

/** What LinkedIn says beside `access_denied`, which everybody else says. */
const DENIED = /^(access_denied|user_cancelled_(login|authorize))$/;
const NOT_OURS =
  "This way back from a platform was already used, is older than ten minutes, or was begun by somebody else. Connect again.";

export type CameBack = { connected: string[] } | { problem: string };

/** What becomes of a person who comes back from a consent page. Never throws. */
export async function comeBack(scope: Scope, search: URLSearchParams): Promise<CameBack> {
  try {
    const state = search.get("state");
    if (!state) throw new AppError("invalid_input", NOT_OURS);
    const code = search.get("code");
    if (!code) throw await refusedConsent(scope, state, search.get("error"));
    const { scope: there, accounts } = await completeConnection(scope, { state, code });
    const begun = accounts.filter(({ status }) => status === "connected");
    await measureSoon(
      there,
      begun.map(({ id }) => id),
    );
    return { connected: accounts.map(({ id }) => id) };
  } catch (error) {
    const shown =
      shownError(error) ?? unexpectedError("connection failed", error, crypto.randomUUID());
    return { problem: shown.message };
  }
}

async function refusedConsent(scope: Scope, state: string, error: string | null) {
  const connection = await abandonConnection(scope, state);
  // Who did not begin it may have been sent here with words of somebody else's.
  if (connection === null) return new AppError("conflict", NOT_OURS);
  const at = SIGN_IN_NAMES[connection];
  if (error !== null && DENIED.test(error)) {
    return new AppError(
      "conflict",
      `Nothing was connected: the access was not allowed at ${at}. Connect again when you want to.`,
    );
  }
  const said = error !== null && /^[a-z_]{1,40}$/.test(error) ? ` ("${error}")` : "";
  return new AppError(
    "upstream_failed",
    `${at} ended the sign-in with an error${said}. Connect again; if it stays, ask who runs this server.`,
  );
}
