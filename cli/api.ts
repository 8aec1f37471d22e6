import { z } from "zod";
import type { Access } from "./access.ts";
import { CliProblem, interrupted } from "./problem.ts";

export type Query = Record<string, string | number | boolean | undefined>;
export type Ask = { query?: Query; json?: unknown; form?: FormData };
export type Api = Awaited<ReturnType<typeof openApi>>;

const ME = "/api/v1/me";
const failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
const me = z.object({ workspaces: z.array(z.object({ id: z.string(), name: z.string() })) });

/** What was refused with its HTTP status. */
export class ApiProblem extends CliProblem {
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** The product's HTTP interface, as the person who signed in, in one workspace. */
export async function openApi(access: Access, signal: AbortSignal) {
  async function send(method: string, path: string, ask: Ask, workspaceId: string | null) {
    const { query = {}, json, form } = ask;
    const url = new URL(path, `${access.appUrl}/`);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const attempt = async () =>
      fetch(url, {
        method,
        signal,
        headers: {
          authorization: `Bearer ${await access.token()}`,
          ...(workspaceId && { "x-workspace-id": workspaceId }),
          ...(json !== undefined && { "content-type": "application/json" }),
        },
        ...(json !== undefined ? { body: JSON.stringify(json) } : form && { body: form }),
      });
    try {
      const answer = await attempt();
      return answer.status === 401 && (await access.renewed()) ? await attempt() : answer;
    } catch (error) {
      if (error instanceof CliProblem) throw error;
      if (signal.aborted) throw interrupted();
      throw new ApiProblem(`Nothing answers at ${access.appUrl}. Is the server running?`, 0);
    }
  }

  let workspaceId = z.uuid().safeParse(access.workspace).data ?? null;
  if (access.workspace !== null && workspaceId === null) {
    workspaceId = await workspaceNamed(access.workspace, await send("GET", ME, {}, null));
  }
  return {
    access,
    /** Null: the one that is active in the pages. */
    workspaceId,
    /** In the one that is active in the pages: where it does not matter, and none may be wrong. */
    anywhere: () => openApi({ ...access, workspace: null }, signal),
    inWorkspace: (id: string) => openApi({ ...access, workspace: id }, signal),
    /** The same for tidying up, which Ctrl-C does not end. */
    afterwards: (id: string) => openApi({ ...access, workspace: id }, new AbortController().signal),
    /** The answer as it comes; throws the server's sentence for a refusal. */
    async request(method: string, path: string, ask: Ask = {}) {
      const answer = await send(method, path, ask, workspaceId);
      if (answer.ok) return answer;
      // A token that is good elsewhere is not good in a workspace of others.
      if (answer.status === 401 && workspaceId && (await send("GET", ME, {}, null)).ok) {
        throw new ApiProblem(
          "There is no such workspace, or you are not in it. See: workspaces.",
          404,
        );
      }
      throw await refusal(answer);
    },
  };
}

async function refusal(answer: Response) {
  const text = await answer.text().catch(() => "");
  const read = failure.safeParse(parseOrNull(text));
  if (read.success) return new ApiProblem(read.data.error.message, answer.status);
  return new ApiProblem(
    `${answer.url} answered ${answer.status}, which says nothing more. Is this the right address?`,
    answer.status,
  );
}

async function workspaceNamed(name: string, answer: Response) {
  if (!answer.ok) throw await refusal(answer);
  const found = me.parse(await answer.json()).workspaces.filter((each) => each.name === name);
  const [only, ...others] = found;
  if (!only) throw new CliProblem(`You are in no workspace called "${name}". See: workspaces.`);
  if (others.length === 0) return only.id;
  throw new CliProblem(
    `You are in ${found.length} workspaces called "${name}". Name one by its id: workspaces.`,
  );
}

export function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
