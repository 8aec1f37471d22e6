import { z } from "zod";

const list = z.object({
  data: z.array(z.unknown()),
  paging: z
    .object({
      cursors: z.object({ after: z.string().nullish() }).nullish().catch(null),
      next: z.string().nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

/**
 * One page of an edge; null when it is none. Only an absent `next` is the end: a page may be short or empty.
 * The cursor is never `next` itself, which carries the token.
 */
export function pageOf(body: unknown): { items: unknown[]; cursor: string | null } | null {
  const read = list.safeParse(body);
  if (!read.success) return null;
  const { data, paging } = read.data;
  if (!paging?.next) return { items: data, cursor: null };
  return { items: data, cursor: paging.cursors?.after ?? afterOf(paging.next) };
}

function afterOf(next: string) {
  return URL.canParse(next) ? new URL(next).searchParams.get("after") : null;
}
