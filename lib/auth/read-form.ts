import type { z } from "zod";

type FieldErrors = Record<string, string>;

/** A form's fields, or a sentence for each that is wrong. */
export function readForm<S extends z.ZodType>(schema: S, form: FormData) {
  const read = schema.safeParse(Object.fromEntries(form));
  if (read.success) return { input: read.data, fieldErrors: null };
  const fieldErrors: FieldErrors = {};
  for (const { path, message } of read.error.issues) fieldErrors[String(path[0])] ??= message;
  return { input: null, fieldErrors };
}
