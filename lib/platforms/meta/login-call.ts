import { type Answer, type CallLimits, fetchText } from "../../http/fetch-text.ts";
import type { LoginResult } from "../connected.ts";
import { type GraphRead, readAnswer } from "./graph.ts";
import { classOf, tokenProblemOf } from "./graph-error.ts";

export type LoginServer = {
  name: "Instagram" | "Facebook";
  /** The settings that hold the client, for the sentence when it is not accepted. */
  clientSettings: string;
  limits: Partial<CallLimits> | undefined;
};

/** Meta's token calls are reads with secrets in their address: it is never told to anybody. */
export async function getToken(
  server: LoginServer,
  address: string,
  query: Record<string, string>,
  signal: AbortSignal,
): Promise<GraphRead> {
  const url = new URL(address);
  url.search = new URLSearchParams(query).toString();
  const answer: Answer = await fetchText({ url, signal, limits: server.limits });
  return readAnswer(
    server,
    answer,
    Object.values(query).filter((value) => value.length > 8),
  ).read;
}

/** What a read without a body means for a sign-in. Only what the person can set right is dead. */
export function loginTrouble(
  { name, clientSettings }: LoginServer,
  read: Exclude<GraphRead, { kind: "read" }>,
): LoginResult<never> {
  const later = (detail: string): LoginResult<never> => ({
    kind: "later",
    afterSeconds: null,
    detail,
  });
  if (read.kind === "unfinished") return later(read.detail);
  const { error } = read;
  const said = `${name} answered with error ${error.code}: ${error.message.replace(/\.$/, "")}.`;
  if (error.code === 101 || /client.?(secret|id)|validating application/i.test(error.message)) {
    return later(`${name} does not accept ${clientSettings} of this server. ${said}`);
  }
  const dead = (problem: Extract<LoginResult<never>, { kind: "dead" }>["problem"]) => ({
    kind: "dead" as const,
    problem,
    detail: `${said} Connect the account again.`,
  });
  switch (classOf(error)) {
    case "token":
      return dead(tokenProblemOf(error));
    case "permission":
      return dead("scope_missing");
    case "request":
    case "gone":
      // A code that was used or has ended.
      return dead("revoked");
    default:
      return later(said);
  }
}
