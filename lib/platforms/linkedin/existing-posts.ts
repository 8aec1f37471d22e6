import { z } from "zod";
import type { Access, PostOutcome } from "../connected.ts";
import { type Called, type LinkedinApi, readLinkedin } from "./call.ts";

/** Whether a post still exists: itself, or what its absence comes to. */
export type Existence = { kind: "there"; post: unknown } | { kind: "not"; outcome: PostOutcome };

type Found =
  | { kind: "found"; existence: Map<string, Existence> }
  | Extract<Called, { kind: "refusal" }>;

const status = z.object({ status: z.number() }).transform((error) => error.status);

const batch = z.object({
  results: z.record(z.string(), z.unknown()),
  statuses: z.record(z.string(), z.number().catch(0)).nullish().catch(null),
  errors: z.record(z.string(), status.catch(0)).nullish().catch(null),
});

/** Asks for posts by id, to tell those without activity from those that are gone. */
export async function existenceOf(
  api: LinkedinApi,
  access: Access,
  urns: string[],
): Promise<Found> {
  const called = await readLinkedin(api, access, {
    path: ["posts"],
    method: "BATCH_GET",
    query: { ids: urns },
  });
  // Reading posts needs a scope of its own, whose lack is no reason to lose the other posts' numbers.
  if (called.kind === "refusal" && called.refusal.kind === "failed") {
    const code = called.refusal.code === "permission" ? "permission" : "provider_error";
    return all(urns, { kind: "failed", code, detail: called.refusal.detail });
  }
  if (called.kind === "refusal") return called;
  const read = batch.safeParse(called.body);
  if (!read.success) {
    const detail = "LinkedIn did not say whether this post still exists.";
    return all(urns, { kind: "later", detail });
  }
  const results = byUrn(read.data.results);
  const statuses = byUrn({ ...read.data.statuses, ...read.data.errors });
  const each = urns.map((urn): [string, Existence] => [
    urn,
    results.has(urn)
      ? { kind: "there", post: results.get(urn) }
      : { kind: "not", outcome: missing(statuses.get(urn)) },
  ]);
  return { kind: "found", existence: new Map(each) };
}

function missing(status: number | undefined): PostOutcome {
  if (status === undefined || status === 404) {
    return { kind: "gone", detail: "LinkedIn does not know this post any more." };
  }
  const detail = `LinkedIn answered ${status} for this post.`;
  if (status === 403) return { kind: "failed", code: "permission", detail };
  return { kind: "later", detail };
}

function all(urns: string[], outcome: PostOutcome): Found {
  return {
    kind: "found",
    existence: new Map(urns.map((urn) => [urn, { kind: "not", outcome }])),
  };
}

// Keys come encoded or plain.
function byUrn<T>(record: Record<string, T>) {
  return new Map(
    Object.entries(record).map(([key, value]) => [key.replaceAll(/%3A/gi, ":"), value]),
  );
}
