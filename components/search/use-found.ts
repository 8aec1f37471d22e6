import { useEffect, useState } from "react";
import { z } from "zod";
import { type Found, foundList } from "@/lib/search-all/found";

const WAIT_MS = 120;
const refusal = z.object({ error: z.object({ message: z.string() }) });

export type FoundState = { items: Found[]; pending: boolean; error: string | null };
const NOTHING: FoundState = { items: [], pending: false, error: null };

/** What the workspace has by the words typed; what was found before stays until then. */
export function useFound(typed: string): FoundState {
  const [state, setState] = useState(NOTHING);
  useEffect(() => {
    if (typed === "") {
      setState(NOTHING);
      return;
    }
    const stop = new AbortController();
    setState(({ items }) => ({ items, pending: true, error: null }));
    const timer = setTimeout(async () => {
      const answer = await ask(typed, stop.signal);
      if (!stop.signal.aborted) setState(answer);
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed]);
  return state;
}

async function ask(typed: string, signal: AbortSignal): Promise<FoundState> {
  try {
    const response = await fetch(`/api/v1/search?${new URLSearchParams({ q: typed })}`, { signal });
    const body: unknown = await response.json();
    if (response.ok) return { ...NOTHING, items: foundList.parse(body).items };
    const refused = refusal.safeParse(body);
    return failed(refused.success ? refused.data.error.message : null);
  } catch {
    return failed("The server cannot be reached. Check the connection and type again.");
  }
}

function failed(message: string | null): FoundState {
  return { ...NOTHING, error: message ?? "The search did not answer. Type again in a moment." };
}
