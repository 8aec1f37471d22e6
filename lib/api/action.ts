import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { unexpectedError } from "@/lib/api/unexpected-error";
import { shownError } from "@/lib/errors";
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
      const shown =
        shownError(error) ?? unexpectedError("action failed", error, crypto.randomUUID());
      return { error: shown.message };
    }
  };
}
