import { bearerOf } from "./bearer.ts";
import type { ConsentServer } from "./consent-page.ts";
import { USER_ID } from "./facebook-user.ts";
import { NEVER_MS } from "./grants.ts";
import { expired, GraphRefusal } from "./graph-refusal.ts";
import { deadToken, type Sessions } from "./graph-sessions.ts";
import type { State } from "./state.ts";

const SHORT_SECONDS = 5400;
const LONG_SECONDS = 5_184_000;

export const facebookConsent = (path: string): ConsentServer => ({
  server: "facebook",
  platformName: "Facebook",
  path,
  accountsOf: ({ book }) =>
    book.accounts.filter(({ platform }) => platform === "facebook" || platform === "instagram"),
  several: true,
  clientParameter: "client_id",
  scopeSeparator: ",",
  denied: { error_reason: "user_denied", error_description: "Permissions error" },
  fragment: "#_=_",
});

/** `GET /oauth/access_token`: a code for a short token, a short token for one of sixty days. */
export function facebookToken(state: State, sessions: Sessions, params: URLSearchParams) {
  checkApp(params);
  const body = (accessToken: string, seconds: number) => ({
    access_token: accessToken,
    token_type: "bearer",
    expires_in: seconds,
  });
  const asked = state.settings.accessTokenSeconds;
  if (params.get("grant_type") === "fb_exchange_token") {
    const given = sessions.living("facebook", params.get("fb_exchange_token") ?? undefined);
    const seconds = asked ?? LONG_SECONDS;
    return body(sessions.another(given, seconds).accessToken, seconds);
  }
  const consent = state.grants.redeem(
    "facebook",
    params.get("code") ?? "",
    params.get("redirect_uri") ?? "",
    params.get("code_verifier"),
  );
  if (!consent) {
    throw new GraphRefusal(100, "This authorization code has been used or has expired.", 36009);
  }
  const seconds = asked ?? SHORT_SECONDS;
  return body(sessions.start(consent, seconds).accessToken, seconds);
}

/** `GET /debug_token`: what a token is, dead ones too. */
export function debugToken(state: State, sessions: Sessions, params: URLSearchParams) {
  const bearer = bearerOf(state, "facebook", params.get("input_token") ?? undefined);
  const token = state.grants.byAccess("facebook", params.get("input_token") ?? "");
  if (!token) throw new GraphRefusal(190, "The access token could not be decrypted");
  const pageId = sessions.pageIdOf(token);
  const endsMs = token.accessEndsMs;
  const error = bearer.kind === "dead" ? deadToken(bearer.why) : null;
  return {
    data: {
      app_id: "simulator",
      type: pageId === null ? "USER" : "PAGE",
      application: "Media Metrics Lab",
      // 0 for never.
      expires_at: endsMs < NEVER_MS ? Math.floor(endsMs / 1000) : 0,
      data_access_expires_at: Math.floor(sessions.dataAccessEndsMs(token) / 1000),
      is_valid: error === null,
      scopes: token.scopes,
      user_id: USER_ID,
      ...(pageId !== null && { profile_id: pageId }),
      ...(error && {
        error: { code: error.code, message: error.message, subcode: error.subcode },
      }),
    },
  };
}

/** `DELETE /me/permissions`: every token of this consent is dead from now on. */
export function revokePermissions(state: State, accessToken: string | undefined) {
  const bearer = bearerOf(state, "facebook", accessToken);
  if (bearer.kind === "dead") throw bearer.why === "expired" ? expired() : deadToken(bearer.why);
  state.grants.revoke("facebook", bearer.token.accessToken);
  return { success: true };
}

function checkApp(params: URLSearchParams) {
  const secret = params.get("client_secret");
  if (!params.get("client_id") || !secret || secret.startsWith("invalid")) {
    throw new GraphRefusal(1, "Error validating client secret.");
  }
}
