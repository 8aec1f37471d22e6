"use client";

import { createContext, use } from "react";

/** What a form action answers: nothing wrong, or a sentence; `done` says what was done. */
export type FormState = {
  error?: string | undefined;
  done?: string | undefined;
  /** Sentences for single fields, by their name. */
  fieldErrors?: Record<string, string> | undefined;
};

/** The shape `useActionState` wants from a server action. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

export const FormContext = createContext<{ state: FormState; pending: boolean }>({
  state: {},
  pending: false,
});

/** The answer and progress of the ActionForm around. */
export function useForm() {
  return use(FormContext);
}
