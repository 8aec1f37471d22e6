import { z } from "zod";
import type { Access, ApiResult, Followers } from "../connected.ts";
import { count, payloadOf } from "../provider-values.ts";
import { type Graph, getGraph } from "./graph.ts";
import { spentOn } from "./spent.ts";
import { troubleOf } from "./trouble.ts";

const account = z.object({ followers_count: count.nullish() });

/** How many follow a Page or a professional Instagram account. `needs`: the permission that it takes. */
export async function readGraphFollowers(
  graph: Graph,
  access: Access,
  { source, needs }: { source: string; needs: string },
): Promise<ApiResult<Followers>> {
  const query = { fields: "followers_count" };
  const answer = await getGraph(graph, access, access.accountExternalId, query);
  if (answer.read.kind !== "read") return troubleOf(graph, answer.read, spentOn(answer), needs);
  const { body } = answer.read;
  const done = (value: Followers): ApiResult<Followers> => ({
    kind: "done",
    value,
    calls: 1,
    usage: answer.usage,
    rejected: [],
  });
  const read = account.safeParse(body);
  if (!read.success) {
    const detail = `${graph.name} answered with something other than an account.`;
    return { kind: "refused", code: "provider_error", afterSeconds: null, detail, calls: 1 };
  }
  const { followers_count: followers } = read.data;
  if (followers === null || followers === undefined) {
    const detail = `${graph.name} left the follower count out of its answer.`;
    return done({ kind: "missing", reason: "not_offered", detail });
  }
  return done({
    kind: "counted",
    followers,
    isRounded: false,
    source,
    payload: payloadOf(body),
  });
}
