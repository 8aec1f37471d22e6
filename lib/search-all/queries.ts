import "server-only";
import { z } from "zod";
import { askFor } from "@/lib/answers/ask-database";
import { readLink } from "@/lib/links/read-link";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { FOUND_KINDS, type Found } from "@/lib/search-all/found";
import { storableText } from "@/lib/storable";
import type { Scope } from "@/lib/supabase/server";

const foundRow = z.object({
  kind: z.enum(FOUND_KINDS),
  id: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  platform: z.enum(PLATFORM_IDS).nullable(),
  at: z.string().nullable(),
});

const PATHS: Record<Found["kind"], (id: string) => string> = {
  post: (id) => `/posts/${id}`,
  job: (id) => `/jobs/${id}`,
  campaign: (id) => `/campaigns/${id}`,
  hashtag: (tag) => `/hashtags/${encodeURIComponent(tag)}`,
  person: (author) => `/posts?author=${encodeURIComponent(author)}`,
};

/** What the workspace has by the words typed: at most `limit` of each kind, the best first. */
export async function searchAll({ db, workspaceId }: Scope, text: string, limit: number) {
  const query = idInLink(storableText(text));
  const rows = await askFor(z.array(foundRow), () =>
    db.rpc("search_all", { workspace: workspaceId, query, take: limit }),
  );
  return rows.map(
    ({ id, title, ...row }): Found => ({
      ...row,
      title: title.replace(/\s+/g, " ").trim(),
      path: PATHS[row.kind](id),
    }),
  );
}

/** Any form of a post's link finds the post: by the platform's own id of it. */
function idInLink(text: string) {
  const link = readLink(text);
  return link.kind === "post" ? link.externalId : text;
}
