import { NextRequest } from "next/server";
import { GET as cronJobs } from "@/app/api/cron/jobs/route";
import { POST as cancel } from "@/app/api/v1/jobs/[id]/cancel/route";
import { GET as exportCsv } from "@/app/api/v1/jobs/[id]/export.csv/route";
import { GET as exportJsonl } from "@/app/api/v1/jobs/[id]/export.jsonl/route";
import { GET as exportXlsx } from "@/app/api/v1/jobs/[id]/export.xlsx/route";
import { GET as rejectedCsv } from "@/app/api/v1/jobs/[id]/rejected.csv/route";
import { POST as rerun } from "@/app/api/v1/jobs/[id]/rerun/route";
import { GET as results } from "@/app/api/v1/jobs/[id]/results/route";
import { POST as retry } from "@/app/api/v1/jobs/[id]/retry/route";
import { GET as getJob, DELETE as removeJob } from "@/app/api/v1/jobs/[id]/route";
import { POST as run } from "@/app/api/v1/jobs/[id]/run/route";
import { POST as upload } from "@/app/api/v1/jobs/upload/route";
import type { apiResult } from "@/lib/jobs/api-result";
import type { WorkDone } from "@/lib/jobs/worker";
import { testEnv } from "../../support/env.ts";
import { settleAfter } from "../../support/next-server.ts";

const EXPORTS = { csv: exportCsv, jsonl: exportJsonl, xlsx: exportXlsx };
const VERBS = { run, cancel, retry, rerun };

type Handler = (request: NextRequest, context: Context) => Promise<Response>;
type Context = { params: Promise<Record<string, string>> };

export type ApiRow = ReturnType<typeof apiResult> & Record<string, unknown>;
export type Uploaded = {
  job_id: string;
  total_rows: number;
  valid_rows: number;
  invalid_rows: number;
  duplicate_rows: number;
  invalid_preview: { row_index: number; error_messages: string[] }[];
};

/** The product's API as a program with this access token uses it, without a server between. */
export function apiOf({ accessToken }: { accessToken: string }) {
  function call(handler: Handler, path: string, id?: string, init: RequestInit = {}) {
    const request = new NextRequest(`http://app.test${path}`, {
      method: init.method ?? "GET",
      headers: { authorization: `Bearer ${accessToken}` },
      ...(init.body && { body: init.body }),
    });
    return handler(request, { params: Promise.resolve(id === undefined ? {} : { id }) });
  }

  return {
    async upload(text: string, filename = "links.csv") {
      const body = new FormData();
      body.set("file", new File([text], filename, { type: "text/csv" }));
      return call(upload, "/api/v1/jobs/upload", undefined, { method: "POST", body });
    },
    /** Uploads what is known to be right. */
    async uploaded(text: string, filename?: string): Promise<Uploaded> {
      const answer = await this.upload(text, filename);
      if (answer.status !== 200) throw new Error(`upload: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    async tell(verb: keyof typeof VERBS, id: string) {
      const answer = await call(VERBS[verb], `/api/v1/jobs/${id}/${verb}`, id, { method: "POST" });
      await settleAfter();
      return answer;
    },
    async job(id: string) {
      return (await call(getJob, `/api/v1/jobs/${id}`, id)).json();
    },
    remove: (id: string) => call(removeJob, `/api/v1/jobs/${id}`, id, { method: "DELETE" }),
    resultsText: async (id: string, query = "limit=200") =>
      (await call(results, `/api/v1/jobs/${id}/results?${query}`, id)).text(),
    async rows(id: string, query = "limit=200"): Promise<ApiRow[]> {
      return JSON.parse(await this.resultsText(id, query)).items;
    },
    download: (format: keyof typeof EXPORTS, id: string, query = "") =>
      call(EXPORTS[format], `/api/v1/jobs/${id}/export.${format}?${query}`, id),
    rejected: (id: string) => call(rejectedCsv, `/api/v1/jobs/${id}/rejected.csv`, id),
  };
}

/** The scheduler's call. Answers once the worker has left. */
export function callCron(authorization: string | null = `Bearer ${testEnv.CRON_SECRET}`) {
  const headers = authorization === null ? new Headers() : new Headers({ authorization });
  return cronJobs(new NextRequest("http://app.test/api/cron/jobs", { headers }));
}

/** The same, when it is known to be let in: what was done. */
export async function workOnQueue(): Promise<WorkDone> {
  const answer = await callCron();
  if (answer.status !== 200) throw new Error(`cron: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
