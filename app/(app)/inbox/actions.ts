"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { markRead } from "@/lib/alerts/commands";
import { userAction } from "@/lib/api/action";

const marks = z.object({
  ids: z.uuid().optional(),
  is_read: z.stringbool().default(true),
});

/** Without an id all messages. The bell stands in the layout, so that is read again too. */
export const markReadAction = userAction(marks, async ({ scope, input: { ids, is_read } }) => {
  await markRead(scope, { ...(ids && { ids: [ids] }), is_read });
  revalidatePath("/", "layout");
  return undefined;
});
