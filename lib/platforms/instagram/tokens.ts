import { z } from "zod";
import type { Grant, LoginResult } from "../connected.ts";
import { getToken, type LoginServer, loginTrouble } from "../meta/login-call.ts";
import { postForm } from "../oauth/post-form.ts";
import { withoutSecrets } from "../oauth/without-secrets.ts";

const scopeList = z
  .union([z.array(z.string()), z.string().transform((list) => list.split(/[\s,]+/))])
  .transform((list) => list.filter(Boolean))
  .nullish()
  .catch(null);

const short = z.object({ access_token: z.string().min(1), permissions: scopeList });
/** Seen in both forms. */
const shortAnswer = z.union([
  short,
  z.object({ data: z.tuple([short]).rest(z.unknown()) }).transform(({ data }) => data[0]),
]);

/** api.instagram.com has errors of its own shape. */
const refusal = z.object({ error_message: z.string() });

/** Exchanges the code for a token of an hour. */
export async function shortToken(
  server: LoginServer,
  address: string,
  form: Record<string, string>,
  signal: AbortSignal,
): Promise<LoginResult<z.output<typeof short>>> {
  const answer = await postForm(address, form, { signal, limits: server.limits });
  if (answer.kind === "unanswered") {
    return { kind: "later", afterSeconds: null, detail: answer.detail };
  }
  const given = shortAnswer.safeParse(answer.body).data;
  if (given) return { kind: "done", value: given };
  const secrets = [form.client_secret, form.code];
  const said = withoutSecrets(refusal.safeParse(answer.body).data?.error_message ?? "", secrets);
  const detail = `Instagram answered ${answer.status}${said ? `: ${said.replace(/\.$/, "")}.` : "."}`;
  const ours = /client.?(secret|id)|platform app/i.test(said);
  if (!said || ours || answer.status >= 500 || answer.status === 429) {
    const about = ours ? `Instagram does not accept ${server.clientSettings} of this server. ` : "";
    return { kind: "later", afterSeconds: answer.retryAfterSeconds, detail: `${about}${detail}` };
  }
  return { kind: "dead", problem: "revoked", detail: `${detail} Connect the account again.` };
}

const long = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** A token of sixty days: for a short one, or for one of sixty days that has not ended. */
export async function longToken(
  server: LoginServer,
  address: string,
  query: Record<string, string>,
  { signal, nowMs, scopes }: { signal: AbortSignal; nowMs: number; scopes: string[] },
): Promise<LoginResult<Grant>> {
  const read = await getToken(server, address, query, signal);
  if (read.kind !== "read") return loginTrouble(server, read);
  const given = long.safeParse(read.body).data;
  if (!given) {
    const detail = "Instagram answered without a token.";
    return { kind: "later", afterSeconds: null, detail };
  }
  const endsAt = new Date(nowMs + given.expires_in * 1000).toISOString();
  return {
    kind: "done",
    value: {
      accessToken: given.access_token,
      accessExpiresAt: endsAt,
      refreshToken: null,
      reconnectBy: null,
      scopes,
    },
  };
}
