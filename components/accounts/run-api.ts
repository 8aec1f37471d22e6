import { z } from "zod";

const TIMEOUT_MS = 10_000;

export const begun = z.object({ runId: z.uuid().nullable(), already: z.boolean() });

/** What a run's answer is read for. */
export const runSoFar = z.object({
  status: z.string(),
  planned: z.number(),
  measured: z.number(),
  gone: z.number(),
  failed: z.number(),
  found: z.number(),
  waits_until: z.string().nullable(),
});
export type RunSoFar = z.output<typeof runSoFar>;

const refusal = z.object({ error: z.object({ message: z.string() }) });

/** What our API answers, or a sentence why there is no answer. Never throws. */
export async function askApi<T>(
  path: string,
  schema: z.ZodType<T>,
  { method = "GET", signal }: { method?: "GET" | "POST"; signal?: AbortSignal } = {},
): Promise<{ value: T } | { problem: string }> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(path, {
      method,
      cache: "no-store",
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const body: unknown = await response.json();
    if (response.ok) return { value: schema.parse(body) };
    const refused = refusal.safeParse(body);
    if (refused.success) return { problem: refused.data.error.message };
    return { problem: `The server answered with ${response.status}. Try again in a moment.` };
  } catch (error) {
    if (error instanceof TypeError) {
      return { problem: "The server cannot be reached. Try again in a moment." };
    }
    if (error instanceof DOMException && error.name === "TimeoutError") {
      return { problem: "The server took more than 10 s to answer. Try again in a moment." };
    }
    return { problem: "The server’s answer could not be read. Try again in a moment." };
  }
}
