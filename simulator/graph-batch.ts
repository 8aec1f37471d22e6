import { z } from "zod";
import { exactJsonText } from "../lib/http/exact-json.ts";
import type { GraphAnswer, GraphCall } from "./graph-engine.ts";
import { GraphRefusal } from "./graph-refusal.ts";

const MAX_ITEMS = 50;

const items = z.array(
  z.object({ method: z.string().default("GET"), relative_url: z.string().min(1) }),
);

/** The answers of a batch, in its order: bodies as text, and null for what was not done in time. */
export function answerBatch(
  batch: string | null,
  call: Omit<GraphCall, "path" | "params">,
  ask: {
    answer: (call: GraphCall) => GraphAnswer;
    withHeaders: boolean;
    unfinished: () => boolean;
  },
) {
  const read = items.safeParse(parse(batch));
  if (!read.success) throw new GraphRefusal(100, "(#100) param batch must be an array.");
  if (read.data.length > MAX_ITEMS) {
    throw new GraphRefusal(
      100,
      `(#100) Too many requests in batch message. Maximum batch size is ${MAX_ITEMS}`,
    );
  }
  const limits = new Set<string>();
  const answers = read.data.map(({ method, relative_url }) => {
    if (ask.unfinished()) return null;
    const { path, params } = readRelative(relative_url);
    const accessToken = params.get("access_token") ?? call.accessToken;
    const { status, body, limit } =
      method === "GET"
        ? ask.answer({ ...call, accessToken, path, params })
        : { ...new GraphRefusal(100, "Unsupported request.").answer(), limit: null };
    if (limit) limits.add(JSON.stringify(limit));
    return {
      code: status,
      ...(ask.withHeaders && {
        headers: [{ name: "Content-Type", value: "text/javascript; charset=UTF-8" }],
      }),
      body: exactJsonText(body),
    };
  });
  return { answers, limits: [...limits].map((limit) => JSON.parse(limit)) };
}

/** `v26.0/178…/insights?metric=views`, with or without the version. */
export function readRelative(relative: string) {
  const url = new URL(relative.replace(/^\/+/, ""), "http://graph/");
  return { path: graphPath(url.pathname), params: url.searchParams };
}

export function graphPath(pathname: string): string[] {
  const parts = pathname.split("/").filter(Boolean).map(decodeURIComponent);
  return /^v\d+\.\d+$/.test(parts[0] ?? "") ? parts.slice(1) : parts;
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}
