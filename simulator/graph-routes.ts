import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { answer as reply, type Said } from "./answer.ts";
import { tokenOfHeader } from "./bearer.ts";
import { answerBatch, graphPath } from "./graph-batch.ts";
import type { createGraph } from "./graph-engine.ts";
import type { GraphHost } from "./graph-objects.ts";
import { GraphRefusal } from "./graph-refusal.ts";
import { type UsedLimit, usageHeaders } from "./graph-usage.ts";
import type { State } from "./state.ts";

export const GRAPH_VERSION = "v26.0";

type GraphContext = Context<{ Bindings: HttpBindings }>;

/** Reads and batches of one Graph host, mounted at `/facebook` or `/instagram`. */
export function graphHandlers(
  state: State,
  host: GraphHost,
  graph: ReturnType<typeof createGraph>,
) {
  let items = 0;
  const unfinished = () => {
    const every = state.settings.graphUnfinishedEvery;
    items += 1;
    return every !== null && items % every === 0;
  };
  const originOf = (context: GraphContext) =>
    `${new URL(context.req.url).origin}/${host}/${GRAPH_VERSION}`;

  return {
    read(context: GraphContext) {
      const { pathname, searchParams: params } = new URL(context.req.url);
      const accessToken = tokenOf(context, params);
      const path = graphPath(pathname.replace(`/${host}`, ""));
      const said = graph.answer({ host, path, params, accessToken, origin: originOf(context) });
      return graphReply(state, said, said.limit ? [said.limit] : []);
    },

    async batch(context: GraphContext) {
      const form = await context.req.formData().catch(() => new FormData());
      const field = (name: string) => {
        const value = form.get(name) ?? new URL(context.req.url).searchParams.get(name);
        return typeof value === "string" ? value : null;
      };
      state.log.add(`${host}.batch`, Date.now());
      return refusing(() => {
        const accessToken =
          field("access_token") ?? tokenOfHeader(context.req.header("authorization"));
        if (!accessToken) {
          throw new GraphRefusal(190, "An access token is required for a batch request.");
        }
        const call = { host, accessToken, origin: originOf(context) };
        const { answers, limits } = answerBatch(field("batch"), call, {
          answer: graph.answer,
          withHeaders: field("include_headers") !== "false",
          unfinished,
        });
        return graphReply(state, { status: 200, body: answers }, limits);
      });
    },
  };
}

/** A Graph answer; JSON that calls itself JavaScript, as Meta's does. */
export function graphReply(state: State, said: Said, limits: UsedLimit[] = []) {
  return reply(said, {
    "content-type": "text/javascript; charset=UTF-8",
    "facebook-api-version": GRAPH_VERSION,
    ...usageHeaders(state.settings.graphUsage, limits),
  });
}

/** Says a refusal in Meta's words. */
export function refusing(answer: () => Response): Response {
  try {
    return answer();
  } catch (error) {
    if (error instanceof GraphRefusal) return reply(error.answer());
    throw error;
  }
}

export const tokenOf = (context: GraphContext, params: URLSearchParams) =>
  params.get("access_token") ?? tokenOfHeader(context.req.header("authorization"));
