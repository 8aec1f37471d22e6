import { NextRequest } from "next/server";
import { POST as fetchInsights } from "@/app/api/v1/insights/fetch/[id]/route";
import { GET as history } from "@/app/api/v1/insights/metrics/[id]/history/route";
import { GET as newest } from "@/app/api/v1/insights/metrics/[id]/route";
import { DELETE as remove, GET as schedule } from "@/app/api/v1/schedules/[id]/route";
import { POST as create, GET as list } from "@/app/api/v1/schedules/route";
import { runRefresh } from "@/lib/refresh/worker";
import { startAnsweringServer } from "../../support/answering-server.ts";
import { startRefreshWorld } from "../../support/refresh.ts";
import type { TestUser } from "../../support/supabase.ts";

export type InsightsWorld = Awaited<ReturnType<typeof startInsightsWorld>>;

type Handler = (
  request: NextRequest,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/** A world with a worker at the product's own address: whoever asks for measuring finds it there. */
export async function startInsightsWorld() {
  const world = await startRefreshWorld();
  const address = await startAnsweringServer();
  process.env.APP_URL = address.url;
  const worker = { answers: true, working: Promise.resolve<unknown>(null) };
  address.answers(() => {
    if (worker.answers) worker.working = runRefresh(world.db);
    return { status: 202 };
  });
  return {
    ...world,
    worker,

    /** Says that a schedule is what it is not yet by itself. */
    setStatus: (id: string, status: string) =>
      world.sql("update schedules set status = $2 where id = $1", [id, status]),

    async stop() {
      worker.answers = false;
      await worker.working;
      await address.close();
      await world.stop();
    },
  };
}

type Answer = { status: number; text: string; body: Record<string, unknown> };

/** The API of schedules and insights as a program with this access token uses it. */
export function apiOf({ accessToken }: Pick<TestUser, "accessToken">) {
  async function call(
    handler: Handler,
    id: string | null,
    init: { query?: string; json?: unknown } = {},
  ) {
    const body = typeof init.json === "string" ? init.json : JSON.stringify(init.json);
    const request = new NextRequest(`http://app.test/api/v1${init.query ?? ""}`, {
      method: "POST",
      headers: { authorization: `Bearer ${accessToken}` },
      ...(body !== undefined && { body }),
    });
    const answer = await handler(request, { params: Promise.resolve(id === null ? {} : { id }) });
    const text = await answer.text();
    return { status: answer.status, text, body: text ? JSON.parse(text) : {} } satisfies Answer;
  }

  return {
    create: (json: unknown) => call(create, null, { json }),
    /** The id of a schedule that is known to be right. */
    async made(json: unknown): Promise<string> {
      const { status, text, body } = await call(create, null, { json });
      if (status !== 201) throw new Error(`schedules: ${status} ${text}`);
      return String(body.id);
    },
    list: (query = "") => call(list, null, { query }),
    schedule: (id: string) => call(schedule, id, {}),
    remove: (id: string) => call(remove, id),
    fetch: (id: string, json?: unknown) => call(fetchInsights, id, { json }),
    newest: (id: string, query = "") => call(newest, id, { query }),
    history: (id: string, query = "") => call(history, id, { query }),
  };
}

export const watch = (id: string) => `https://www.youtube.com/watch?v=${id}`;

/** What an error says. */
export const messageOf = ({ body }: Answer) =>
  // safe because every error answer has this shape
  (body.error as { message: string } | undefined)?.message ?? null;
