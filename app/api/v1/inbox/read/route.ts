import { markRead } from "@/lib/alerts/commands";
import { countUnread } from "@/lib/alerts/queries";
import { readMarks } from "@/lib/alerts/schema";
import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";

// POST /api/v1/inbox/read - marks {ids?, is_read?} for the caller; without ids all are read
export const POST = userRoute({}, async ({ scope, request }) => {
  const given = readMarks.parse(parseJson((await request.text()) || "{}", "The body is not JSON."));
  const changed = await markRead(scope, given);
  return { changed, unread: await countUnread(scope) };
});
