import { z } from "zod";
import type { LoginResult } from "../connected.ts";
import type { FormAnswer } from "./post-form.ts";
import type { TokenServer } from "./tokens.ts";
import { withoutSecrets } from "./without-secrets.ts";

const errorBody = z.object({
  error: z.string().min(1),
  error_description: z.string().catch(""),
});

const BUSY = ["temporarily_unavailable", "server_error", "rate_limit_exceeded", "slow_down"];

/**
 * What an OAuth server means that gave no token. Only a refused grant is dead: a client that the server does
 * not accept is for the operator to set right, and no reason to ask people to sign in again.
 */
export function tokenRefusal(
  { name, clientSettings }: TokenServer,
  form: Record<string, string>,
  answer: Extract<FormAnswer, { kind: "answered" }>,
): LoginResult<never> {
  const read = errorBody.safeParse(answer.body);
  const error = read.data?.error ?? "";
  const quoted = withoutSecrets(
    [error, read.data?.error_description].filter(Boolean).join(": "),
    secretsOf(form),
  );
  const said = `${name} answered ${answer.status}${quoted ? `: ${quoted.replace(/\.$/, "")}.` : "."}`;
  const later = (detail: string): LoginResult<never> => ({
    kind: "later",
    afterSeconds: answer.retryAfterSeconds,
    detail,
  });

  if (error === "invalid_grant") {
    const detail = `${name} does not accept this sign-in any more. ${said} Connect the account again.`;
    // Taken back or ended: OAuth has one word for both.
    return { kind: "dead", problem: "refresh_failed", detail };
  }
  // invalid_client, unauthorized_client, and what each server makes of them.
  if (error.includes("client")) {
    return later(`${name} does not accept ${clientSettings} of this server. ${said}`);
  }
  const busy = answer.status >= 500 || answer.status === 429 || BUSY.includes(error);
  // Without an error that we can read, nobody said that the grant is dead.
  if (busy || !read.success) return later(said);
  const detail = `${name} refused the sign-in. ${said} Connect the account again.`;
  return { kind: "dead", problem: "refresh_failed", detail };
}

function secretsOf(form: Record<string, string>) {
  return ["client_secret", "code", "code_verifier", "refresh_token", "token"].map(
    (field) => form[field],
  );
}
