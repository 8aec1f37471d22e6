const TIMEOUT_MS = 10_000;

/** Says what a post cost. Answers the price as it is kept, or a sentence why it is not. Never throws. */
export async function setPrice(
  campaign: string,
  post: number,
  price: string,
): Promise<{ kept: string | null } | { refused: string }> {
  try {
    const response = await fetch(`/api/v1/campaigns/${campaign}/posts`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ post, price: price.trim() === "" ? null : price.trim() }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    if (response.ok) return { kept: keptIn(text) };
    const said: unknown = JSON.parse(text);
    return { refused: sentenceIn(said) ?? `Not saved: the server answered ${response.status}.` };
  } catch {
    return { refused: "Not saved: the server cannot be reached. Press Enter to try again." };
  }
}

/** The digits as they were sent: read as a number they would be rounded. */
function keptIn(text: string) {
  return /"price":([\d.]+)/.exec(text)?.[1] ?? null;
}

function sentenceIn(said: unknown) {
  if (typeof said !== "object" || said === null || !("error" in said)) return null;
  const { error } = said;
  if (typeof error !== "object" || error === null || !("message" in error)) return null;
  return String(error.message);
}
