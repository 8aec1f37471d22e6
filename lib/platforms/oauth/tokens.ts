import { z } from "zod";
import type { LoginResult } from "../connected.ts";
import { type CallContext, postForm } from "./post-form.ts";
import { tokenRefusal } from "./token-refusal.ts";

/** What an OAuth server gave. Times are ISO 8601, null when it did not say. */
export type Tokens = {
  accessToken: string;
  accessExpiresAt: string | null;
  refreshToken: string | null;
  refreshExpiresAt: string | null;
  /** Null when the server did not say: then what was asked for. */
  scopes: string[] | null;
  /** The whole answer, for what only this server tells (open id, id token). */
  body: unknown;
};

export type TokenServer = {
  /** "Google", as it stands in sentences. */
  name: string;
  url: string;
  /** The settings that hold the client, for the sentence when it is not accepted. */
  clientSettings: string;
};

const life = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .nullish()
  .catch(null);

const granted = z.object({
  access_token: z.string().min(1),
  expires_in: life,
  refresh_token: z.string().min(1).nullish(),
  refresh_expires_in: life,
  refresh_token_expires_in: life,
  scope: z.string().nullish(),
});

/** Asks a token endpoint with a form: a code's exchange or a refresh. */
export async function askForTokens(
  server: TokenServer,
  form: Record<string, string>,
  context: CallContext & { nowMs: number },
): Promise<LoginResult<Tokens>> {
  const answer = await postForm(server.url, form, context);
  if (answer.kind === "unanswered") {
    return { kind: "later", afterSeconds: null, detail: answer.detail };
  }
  const read = granted.safeParse(answer.body);
  // Some refuse with status 200: what counts is whether a token came.
  if (!read.success || answer.status >= 400) return tokenRefusal(server, form, answer);

  const { access_token, expires_in, refresh_token, scope, ...rest } = read.data;
  const until = (seconds: number | null | undefined) =>
    seconds ? new Date(context.nowMs + seconds * 1000).toISOString() : null;
  return {
    kind: "done",
    value: {
      accessToken: access_token,
      accessExpiresAt: until(expires_in),
      refreshToken: refresh_token ?? null,
      refreshExpiresAt: until(rest.refresh_expires_in ?? rest.refresh_token_expires_in),
      scopes: scope?.split(/[\s,]+/).filter(Boolean) ?? null,
      body: answer.body,
    },
  };
}
