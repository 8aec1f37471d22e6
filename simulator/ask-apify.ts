/** What tests read of items, old names and new. */
export type SeenItem = Record<
  | "inputUrl"
  | "url"
  | "id"
  | "itemId"
  | "shortCode"
  | "webVideoUrl"
  | "timestamp"
  | "ownerUsername"
  | "error",
  string
> &
  Record<"playsCount" | "playCount" | "videoPlayCount", number> & {
    takenAt: number | string;
    hashtags: unknown[];
  };

export type SeenRun = Record<"id" | "status" | "defaultDatasetId" | "startedAt", string> & {
  finishedAt: string | null;
  usageTotalUsd: number;
  chargedEventCounts: Record<string, number>;
};

/** Asks a simulator's Apify as its users do: for tests. */
export function askApify(url: string) {
  async function ask(path: string, method = "GET", body?: unknown) {
    const headers = { authorization: "Bearer t" };
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${url}/apify/v2/${path}`, init);
    return { status: answer.status, headers: answer.headers, body: await answer.json() };
  }

  async function start(actor: string, input: object, query = ""): Promise<SeenRun> {
    const { status, body } = await ask(`actors/${actor}/runs?${query}`, "POST", input);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.data;
  }

  async function look({ id }: SeenRun): Promise<SeenRun> {
    return (await ask(`actor-runs/${id}`)).body.data;
  }

  async function page({ defaultDatasetId }: SeenRun, query = ""): Promise<SeenItem[]> {
    return (await ask(`datasets/${defaultDatasetId}/items?${query}`)).body;
  }

  /** A run from its start to all of its items. */
  async function items(actor: string, input: object, query = "") {
    return page(await start(actor, input, query));
  }

  return { ask, start, look, page, items };
}
