import { z } from "zod";
import { readExactJson } from "../../http/exact-json.ts";
import type { Usage } from "../connected.ts";
import {
  type Caller,
  type Graph,
  type GraphAnswer,
  type GraphRead,
  getGraph,
  postGraph,
  readBody,
} from "./graph.ts";
import { classOf } from "./graph-error.ts";
import { tighter } from "./usage.ts";

export const BATCH_MAX = 50;
const AT_ONCE = 4;

/** Reads many addresses of one server, and remembers what that cost. */
export type Asker = {
  /** One answer for each address, in the same order. Addresses are relative, `178…/insights?metric=views`. */
  ask: (addresses: string[]) => Promise<GraphRead[]>;
  /** Operations so far: each element of a batch is one, as the platform counts them. */
  calls: () => number;
  usage: () => Usage | null;
  retryAfterSeconds: () => number | null;
};

/** `batch`: 50 reads a request. `each`: one request a read, where no batch is documented. */
export function createAsker(graph: Graph, caller: Caller, how: "batch" | "each"): Asker {
  let calls = 0;
  let usage: Usage | null = null;
  let retryAfterSeconds: number | null = null;
  // Asking on while throttled lengthens the block, and a dead token stays dead.
  let stop: GraphRead | undefined;

  const note = (answer: GraphAnswer, spent: number) => {
    calls += spent;
    usage = tighter(usage, answer.usage);
    retryAfterSeconds ??= answer.retryAfterSeconds;
    return answer.read;
  };
  const askBatch = async (addresses: string[]) => {
    const batch = addresses.map((address) => ({ method: "GET", relative_url: address }));
    const form = { batch: JSON.stringify(batch), include_headers: "false" };
    const read = note(await postGraph(graph, caller, form), addresses.length);
    // What fails a batch as a whole fails the next one as well.
    if (read.kind !== "read") stop = read;
    return addresses.map((_, index) => elementAt(read, index, graph, caller));
  };
  const askEach = (addresses: string[]) =>
    Promise.all(
      addresses.map(async (address) => {
        const [path = "", search = ""] = address.split("?");
        const query = Object.fromEntries(new URLSearchParams(search));
        return note(await getGraph(graph, caller, path, query), 1);
      }),
    );

  return {
    async ask(addresses) {
      const size = how === "batch" ? BATCH_MAX : AT_ONCE;
      const reads: GraphRead[] = [];
      while (reads.length < addresses.length && !stop) {
        const next = addresses.slice(reads.length, reads.length + size);
        reads.push(...(how === "batch" ? await askBatch(next) : await askEach(next)));
        stop ??= reads.find(endsAsking);
      }
      for (const _ of addresses.slice(reads.length)) if (stop) reads.push(stop);
      return reads;
    },
    calls: () => calls,
    usage: () => usage,
    retryAfterSeconds: () => retryAfterSeconds,
  };
}

function endsAsking(read: GraphRead) {
  return read.kind === "error" && ["token", "throttled", "blocked"].includes(classOf(read.error));
}

const elements = z.array(z.object({ code: z.number(), body: z.string() }).nullable().catch(null));

// Each body is JSON within JSON. A null element ran out of the platform's time: only it is asked again.
function elementAt(
  outer: GraphRead,
  index: number,
  { name, appSecret }: Graph,
  caller: Caller,
): GraphRead {
  if (outer.kind !== "read") return outer;
  const element = elements.safeParse(outer.body).data?.[index];
  if (!element) return { kind: "unfinished", detail: `${name} left this post out of its answer.` };
  return readBody(name, element.code, readExactJson(element.body), [caller.accessToken, appSecret]);
}
