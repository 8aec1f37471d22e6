import { memo, useMemo } from "react";
import type { Item, Shape } from "@/components/comments/outline";
import { PAGE_ROWS } from "@/components/comments/page-rows";
import { ThreadChunk } from "@/components/comments/thread-chunk";
import { ThreadGap } from "@/components/comments/thread-gap";
import { type RowContext, ThreadRow } from "@/components/comments/thread-row";
import type { useThread } from "@/components/comments/use-thread";

type Loaded = ReturnType<typeof useThread>;

const pageOf = (at: number) => Math.floor(at / PAGE_ROWS);

/** Apart from what changes with the focus: a thousand rows are not asked again for it. */
export const ThreadRows = memo(function ThreadRows({
  items,
  pages,
  folded,
  loading,
  wanted,
  shape: { above, below },
  chain,
  context,
  onLoad,
}: Pick<Loaded, "items"> &
  Pick<Loaded["state"], "pages" | "folded" | "loading"> & {
    /** The place that gets the focus next. */
    wanted: number | null;
    shape: Shape;
    chain: readonly number[];
    context: RowContext;
    onLoad: (at: number, scroll?: boolean) => void;
  }) {
  const onChain = useMemo(() => new Map(chain.map((at, place) => [at, place + 1])), [chain]);
  const parts = useMemo(() => partsOf(items), [items]);
  return parts.map((part) => {
    if (part.kind === "gap") {
      const { from, until } = part;
      const isLoading = [...loading].some(
        (page) => page * PAGE_ROWS < until && (page + 1) * PAGE_ROWS > from,
      );
      return (
        <ThreadGap
          key={`gap ${from}`}
          from={from}
          until={until}
          total={context.total}
          isLoading={isLoading}
          onLoad={onLoad}
        />
      );
    }
    const { page, places } = part;
    return (
      <ThreadChunk
        key={`page ${page}`}
        count={places.length}
        isWanted={wanted !== null && pageOf(wanted) === page}
      >
        {() =>
          places.map((at) => {
            const comment = pages.get(page)?.[at % PAGE_ROWS];
            return (
              comment && (
                <ThreadRow
                  key={comment.id}
                  comment={comment}
                  at={at}
                  above={above[at] ?? -1}
                  below={below[at] ?? 0}
                  isFolded={folded.has(at)}
                  chainPlace={onChain.get(at) ?? 0}
                  chainLength={chain.length}
                  context={context}
                />
              )
            );
          })
        }
      </ThreadChunk>
    );
  });
});

type Part = Extract<Item, { kind: "gap" }> | { kind: "page"; page: number; places: number[] };

/** Rows by their page, with the gaps between. A page is loaded whole, so no gap is within one. */
function partsOf(items: Item[]): Part[] {
  const parts: Part[] = [];
  for (const item of items) {
    if (item.kind === "gap") {
      parts.push(item);
      continue;
    }
    const last = parts.at(-1);
    const page = pageOf(item.at);
    if (last?.kind === "page" && last.page === page) last.places.push(item.at);
    else parts.push({ kind: "page", page, places: [item.at] });
  }
  return parts;
}
