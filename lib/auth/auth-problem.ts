import type { AuthError } from "@supabase/supabase-js";
import { log } from "@/lib/log/log";

const SENTENCES: Record<string, string> = {
  // The same for an unknown address and a wrong password: nobody learns who has an account.
  invalid_credentials: "This e-mail and password do not go together. Check both, then try again.",
  email_not_confirmed: "Confirm your e-mail address first: the link is in your mailbox.",
  over_request_rate_limit: "Too many attempts. Wait a minute, then try again.",
  over_email_send_rate_limit:
    "Too many e-mails were asked for. Wait a few minutes, then try again.",
  weak_password: "This password is too easy to guess. Choose a longer one.",
  same_password: "That is the password you have. Choose another one.",
  session_not_found: "This link is no longer valid. Ask for a new one.",
  otp_expired: "This link is no longer valid. Ask for a new one.",
  signup_disabled: "Sign-up is closed here. Ask whoever runs this server.",
};

/** What Auth refused, as a sentence; what is not the person's to mend gets a request id that the log has too. */
export function authProblem(error: AuthError): string {
  const known = SENTENCES[error.code ?? ""];
  if (known) return known;
  if (error.status === 429) return SENTENCES.over_request_rate_limit ?? "";
  const requestId = crypto.randomUUID();
  log("error", "auth refused", { requestId, error });
  return `Signing in does not work right now. Try again in a minute; if it stays, tell us the request id ${requestId}.`;
}
