import type { Count } from "../metric.ts";
import type { GraphRead } from "./graph.ts";
import { readInsights } from "./insights.ts";

export type Unread = Exclude<GraphRead, { kind: "read" }>;

/** Some metrics of one post. `address` is its insights edge. */
export type MetricAsk = { address: string; names: string[] };

/** What became of a `MetricAsk`. */
export type MetricAnswer = {
  asked: string[];
  /** Those that Meta knows for this post. Their numbers may still be missing. */
  known: Set<string>;
  counts: Map<string, Count>;
  /** The bodies as they came. */
  bodies: unknown[];
  /** Why the numbers are not there. */
  trouble: Unread | null;
};

/** An ask with what is left to ask of it. */
export type Question = { address: string; names: string[]; answer: MetricAnswer };

export function questionOf({ address, names }: MetricAsk): Question {
  const answer = { asked: names, known: new Set<string>(), counts: new Map(), bodies: [] };
  return { address, names, answer: { ...answer, trouble: null } };
}

/** Takes an answer to `names` that was no refusal of one of them. */
export function take({ answer }: Question, names: string[], read: GraphRead) {
  if (read.kind !== "read") {
    answer.trouble = read;
    return;
  }
  const counts = readInsights(read.body);
  if (!counts) {
    answer.trouble = { kind: "unfinished", detail: "The insights came in an unknown form." };
    return;
  }
  for (const name of names) answer.known.add(name);
  for (const [name, count] of counts) answer.counts.set(name, count);
  answer.bodies.push(read.body);
}
