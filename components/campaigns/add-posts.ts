const TIMEOUT_MS = 30_000;

/** What came of adding, as the API says it. */
export type AddedPosts = {
  added: number;
  already: number;
  unknown: string[];
  refused: { link: string; why: string }[];
};

/** Adds posts by number or by link. Answers what came of it, or a sentence why nothing did. Never throws. */
export function addPosts(campaign: string, body: { posts: number[] } | { links: string[] }) {
  return send<AddedPosts>(`/api/v1/campaigns/${campaign}/posts`, body);
}

/** Measures links that the workspace does not know, as an upload. Answers the job's id. */
export function measureLinks(links: string[]) {
  return send<{ job_id: string }>("/api/v1/jobs/upload?run=1", { text: links.join("\n") });
}

async function send<T>(address: string, body: unknown): Promise<T | { refusal: string }> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // safe because our own endpoint answers so: {error: {message}} or what it was asked for
    const said = (await response.json()) as T & { error?: { message?: string } };
    if (response.ok) return said;
    return { refusal: said.error?.message ?? `The server answered ${response.status}.` };
  } catch {
    return { refusal: "The server cannot be reached. Nothing is known to be added; try again." };
  }
}

export function addedWords({ added, already }: Pick<AddedPosts, "added" | "already">) {
  const count = added === 1 ? "1 post is added." : `${added} posts are added.`;
  if (already === 0) return count;
  return `${count} ${already === 1 ? "1 was" : `${already} were`} in it already.`;
}
