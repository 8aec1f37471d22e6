import type { ToldComment } from "../questions/store.ts";

type Extra = Partial<Omit<ToldComment, "external_id" | "parent_external_id">>;
let minute = 0;

/** A comment, a minute after the one before. */
export function told(external_id: string, parent: string | null, extra: Extra = {}): ToldComment {
  minute += 1;
  return {
    external_id,
    parent_external_id: parent,
    likes: 0,
    published_at: new Date(Date.UTC(2026, 10, 1, 0, minute)).toISOString(),
    ...extra,
  };
}

/** Comments that each answer the one before, all liked enough to be viral. */
export const chainOf = (name: string, length: number, likes = 10) =>
  Array.from({ length }, (_, n) =>
    told(`${name}${n + 1}`, n === 0 ? null : `${name}${n}`, { likes }),
  );
