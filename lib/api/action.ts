import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { unexpectedError } from "@/lib/api/unexpected-error";
import { shownError } from "@/lib/errors";
import { type Person, requirePerson, requireScope, type Scope } from "@/lib/supabase/server";

/** What a form shows afterwards: `components/ui/form-state.ts` reads the same shape. */
export type ActionState = { error?: string | undefined; done?: string | undefined };

/** A form action for the signed-in user. A failure comes back as a sentence, `done` as what happened. */
export function userAction<S extends z.ZodType>(
  input: S,
  run: (call: { scope: Scope; input: z.output<S> }) => Promise<string | undefined>,
) {
  return formAction(requireScope, input, (scope, read) => run({ scope, input: read }));
}

/** The same for who may be in no workspace yet, and is made none. */
export function personAction<S extends z.ZodType>(
  input: S,
  run: (call: { person: Person; input: z.output<S> }) => Promise<string | undefined>,
) {
  return formAction(requirePerson, input, (person, read) => run({ person, input: read }));
}

function formAction<W, S extends z.ZodType>(
  who: () => Promise<W>,
  input: S,
  run: (who: W, input: z.output<S>) => Promise<string | undefined>,
) {
  return async (_previous: ActionState, form: FormData): Promise<ActionState> => {
    const caller = await who();
    try {
      return { done: await run(caller, input.parse(Object.fromEntries(form))) };
    } catch (error) {
      unstable_rethrow(error);
      const shown =
        shownError(error) ?? unexpectedError("action failed", error, crypto.randomUUID());
      return { error: shown.message };
    }
  };
}
