import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { shownError } from "@/lib/errors";
import { log } from "@/lib/log/log";
import { requireScope, type Scope } from "@/lib/supabase/server";

/** What a form shows afterwards: `components/ui/form-state.ts` reads the same shape. */
export type ActionState = { error?: string | undefined; done?: string | undefined };

/** A form action for the signed-in user. A failure comes back as a sentence, `done` as what happened. */
export function userAction<S extends z.ZodType>(
  input: S,
  run: (call: { scope: Scope; input: z.output<S> }) => Promise<string | undefined>,
) {
  return async (_previous: ActionState, form: FormData): Promise<ActionState> => {
    const scope = await requireScope();
    try {
      return { done: await run({ scope, input: input.parse(Object.fromEntries(form)) }) };
    } catch (error) {
      unstable_rethrow(error);
      const shown = shownError(error);
      if (shown) return { error: shown.message };
      const requestId = crypto.randomUUID();
      log("error", "action failed", { requestId, error });
      return {
        error: `Something went wrong on our side. Try again; if it stays, tell us the request id ${requestId}.`,
      };
    }
  };
}
