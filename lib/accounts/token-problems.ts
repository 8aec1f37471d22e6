import type { Connection, TokenProblem } from "@/lib/platforms/connected";

/** Where a person signs in for a connection, as its name stands on that page. */
export const SIGN_IN_NAMES: Record<Connection, string> = {
  youtube: "Google",
  tiktok: "TikTok",
  instagram: "Facebook",
  instagram_login: "Instagram",
  facebook: "Facebook",
  linkedin: "LinkedIn",
};

/** Why an account has to be connected again, and what to do. */
export function explainTokenProblem(problem: TokenProblem, connection: Connection) {
  const at = SIGN_IN_NAMES[connection];
  switch (problem) {
    case "expired":
      return {
        why: `The sign-in at ${at} has ended.`,
        next: "Reconnect: sign in again and allow the same.",
      };
    case "revoked":
      return {
        why: `This app's access was taken back at ${at}.`,
        next: "Reconnect, if it was not meant.",
      };
    case "password_changed":
      return {
        why: `The password at ${at} was changed, which ends every access given before.`,
        next: "Reconnect with the new password.",
      };
    case "checkpoint":
      return {
        why: `${at} holds the account until its owner confirms who they are.`,
        next: `Sign in at ${at} itself, do what it asks, then reconnect.`,
      };
    case "no_page_role":
      return {
        why: "Who connected it has no role at the Page any more.",
        next: "Have a Page admin give the role back, or let somebody who has one reconnect.",
      };
    case "refresh_failed":
      return {
        why: `${at} does not renew this access any more.`,
        next: "Reconnect: sign in again.",
      };
    case "scope_missing":
      return {
        why: `A right that measuring needs is missing at ${at}.`,
        next: "Reconnect, and leave every right switched on.",
      };
    case "unreadable":
      return {
        why: "The stored access cannot be decrypted: this server's TOKEN_KEYS has changed.",
        next: "Ask who runs this server for the old key, or reconnect.",
      };
  }
}
