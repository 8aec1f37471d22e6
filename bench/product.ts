import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

const POLL_MS = 250;
const uploaded = z.object({ job_id: z.string(), valid_rows: z.number() });
const progress = z.object({ status: z.string(), processed_rows: z.number() });

export type Product = ReturnType<typeof productAt>;

/** The product's API as another program uses it, with how long each call took (ms). */
export function productAt(appUrl: string, accessToken: string) {
  async function call(method: string, path: string, body?: FormData | object) {
    const json = body === undefined || body instanceof FormData ? null : JSON.stringify(body);
    const start = performance.now();
    const answer = await fetch(new URL(path, appUrl), {
      method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(json !== null && { "content-type": "application/json" }),
      },
      ...(body instanceof FormData ? { body } : json !== null && { body: json }),
    });
    const reader = answer.body?.getReader();
    const chunks: Uint8Array[] = [];
    let firstByteMs = 0;
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      firstByteMs ||= performance.now() - start;
      chunks.push(next.value);
    }
    const text = Buffer.concat(chunks).toString();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return { text, firstByteMs, ms: performance.now() - start };
  }

  return {
    call,

    async upload(file: File) {
      const form = new FormData();
      form.set("file", file);
      const { text, ms } = await call("POST", "/api/v1/jobs/upload", form);
      const { job_id: id, valid_rows: rows } = uploaded.parse(JSON.parse(text));
      return { id, rows, ms };
    },

    /** Runs a job to its end, watching it as its page does. */
    async run(id: string) {
      const start = performance.now();
      await call("POST", `/api/v1/jobs/${id}/run`);
      const seen = new Set<number>();
      while (true) {
        await sleep(POLL_MS);
        const { text } = await call("GET", `/api/v1/jobs/${id}`);
        const { status, processed_rows: processed } = progress.parse(JSON.parse(text));
        seen.add(processed);
        if (status === "completed") return { ms: performance.now() - start, states: seen.size };
        if (status === "failed" || status === "cancelled") throw new Error(`The job is ${status}.`);
      }
    },
  };
}

export function median(values: number[]) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
