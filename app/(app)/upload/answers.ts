import { z } from "zod";
import { fileSize } from "@/lib/format/size";
import { MAX_BYTES } from "@/lib/uploads/upload";
import { Unanswered } from "./unanswered";

/** What of `POST /api/v1/jobs/upload` this page needs. */
export const uploaded = z.object({ job_id: z.uuid() });

const refusal = z.object({ error: z.object({ message: z.string() }) });

const UNREADABLE =
  "The server answered with something this page cannot read. Reload the page, then try again.";

type Answer = { status: number; text: string };

/** The answer's data, or an error whose message is a sentence for the person who waits. */
export function readAnswer<S extends z.ZodType>(schema: S, answer: Answer): z.output<S> {
  if (answer.status < 200 || answer.status > 299) throw refusalOf(answer);
  const read = schema.safeParse(asJson(answer.text));
  if (read.success) return read.data;
  throw new Error(UNREADABLE);
}

/** What a refusal says, or what its status means where it says nothing. */
export function refusalOf({ status, text }: Answer): Error {
  const refused = refusal.safeParse(asJson(text));
  if (refused.success) {
    const { message } = refused.data.error;
    return status >= 500 ? new Unanswered(message) : new Error(message);
  }
  // A host in front of the server refuses large bodies without our words.
  if (status === 413) {
    return new Error(
      `The file is too large to send: ${fileSize(MAX_BYTES)} is the limit. Split it.`,
    );
  }
  return new Unanswered(`The server could not answer (${status}). Wait a moment, then try again.`);
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
