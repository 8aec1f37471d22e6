import { z } from "zod";

const started = z.object({ job_id: z.uuid() });
const refusal = z.object({ error: z.object({ message: z.string() }) });

/** Has the post of a link measured. Returns the page that shows it, or the sentence why not. */
export async function measureLink(url: string): Promise<{ path: string } | { problem: string }> {
  try {
    const response = await fetch("/api/v1/link", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ url }),
    });
    const body: unknown = await response.json();
    if (response.ok) return { path: `/link?job=${started.parse(body).job_id}` };
    const refused = refusal.safeParse(body);
    if (refused.success) return { problem: refused.data.error.message };
    return { problem: `The server answered with ${response.status}. Try again in a moment.` };
  } catch {
    return { problem: "The server cannot be reached. Check the connection and try again." };
  }
}
