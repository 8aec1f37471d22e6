import { AppError } from "@/lib/errors";

/** Reads JSON that a caller sent. Raises `malformed` with the sentence when it is none. */
export function parseJson(text: string, sentence: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("malformed", sentence);
  }
}
