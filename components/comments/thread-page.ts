import { z } from "zod";
import { threadComment } from "@/lib/comments/answers";

/** A page of a thread in reading order, and how many comments the thread has by now. */
export const threadPage = z.object({ total: z.number(), comments: z.array(threadComment) });
export type ThreadPage = z.output<typeof threadPage>;

export const refusal = z.object({ error: z.object({ message: z.string() }) });
