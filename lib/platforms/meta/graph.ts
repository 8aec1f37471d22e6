import { createHmac } from "node:crypto";
import { readExactJson } from "../../http/exact-json.ts";
import { type Answer, type CallLimits, fetchText } from "../../http/fetch-text.ts";
import type { Usage } from "../connected.ts";
import { withoutSecrets } from "../oauth/without-secrets.ts";
import { type GraphError, readGraphError } from "./graph-error.ts";
import { usageOf } from "./usage.ts";

/** One of Meta's API servers, as one platform uses it. */
export type Graph = {
  /** As it stands in sentences. */
  name: "Instagram" | "Facebook";
  /** With the version, without a slash at the end. */
  baseUrl: string;
  /** Proves with each call that it is the app itself that holds the token. Null where it is not asked for. */
  appSecret: string | null;
  limits: Partial<CallLimits> | undefined;
};

export type Caller = { accessToken: string; signal: AbortSignal };

/** What one read came to, alone or as an element of a batch. */
export type GraphRead =
  | { kind: "read"; body: unknown }
  | { kind: "error"; error: GraphError }
  /** No answer, or none that can be used. */
  | { kind: "unfinished"; detail: string };

export type GraphAnswer = {
  read: GraphRead;
  usage: Usage | null;
  retryAfterSeconds: number | null;
};

/** `path` without a slash in front; `query` already holds what the edge wants. */
export async function getGraph(
  graph: Graph,
  { accessToken, signal }: Caller,
  path: string,
  query: Record<string, string> = {},
): Promise<GraphAnswer> {
  const url = new URL(`${graph.baseUrl}/${path}`);
  for (const [name, value] of Object.entries({ ...query, ...proof(graph, accessToken) })) {
    url.searchParams.set(name, value);
  }
  // In a header, because addresses end up in logs.
  const headers = { authorization: `Bearer ${accessToken}` };
  const answer = await fetchText({ url, headers, signal, limits: graph.limits });
  return readAnswer(graph, answer, [accessToken, graph.appSecret]);
}

/** The batch endpoint wants the token in the form, whatever its elements carry. */
export async function postGraph(
  graph: Graph,
  { accessToken, signal }: Caller,
  form: Record<string, string>,
): Promise<GraphAnswer> {
  const answer = await fetchText({
    url: new URL(`${graph.baseUrl}/`),
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      ...form,
      access_token: accessToken,
      ...proof(graph, accessToken),
    }).toString(),
    signal,
    limits: graph.limits,
  });
  return readAnswer(graph, answer, [accessToken, graph.appSecret]);
}

/** What one element or answer says. `secrets` are cut out of the platform's sentence. */
export function readBody(
  name: string,
  status: number,
  body: unknown,
  secrets: (string | null)[],
): GraphRead {
  const error = readGraphError(body, (said) => withoutTokens(said, secrets));
  if (error) return { kind: "error", error };
  if (status === 200 && body !== undefined) return { kind: "read", body };
  return { kind: "unfinished", detail: `${name} answered ${status} without a readable reason.` };
}

export function readAnswer(
  { name }: Pick<Graph, "name">,
  answer: Answer,
  secrets: (string | null)[],
): GraphAnswer {
  if (answer.kind === "unanswered") {
    const read: GraphRead = { kind: "unfinished", detail: answer.detail };
    return { read, usage: null, retryAfterSeconds: null };
  }
  const { status, text, headers, retryAfterSeconds } = answer;
  return {
    read: readBody(name, status, readExactJson(text), secrets),
    usage: usageOf(headers),
    retryAfterSeconds,
  };
}

function proof({ appSecret }: Graph, accessToken: string): Record<string, string> {
  if (!appSecret) return {};
  return { appsecret_proof: createHmac("sha256", appSecret).update(accessToken).digest("hex") };
}

// Meta's sentences sometimes repeat the token, or a link with one in it.
function withoutTokens(said: string, secrets: (string | null)[]) {
  return withoutSecrets(said, secrets)
    .replaceAll(/((?:access_token|client_secret|code)=)[^&\s"']+/g, "$1(secret)")
    .replaceAll(/\b(?:EAA|IGA|IGQ)[\w-]{20,}/g, "(secret)");
}
