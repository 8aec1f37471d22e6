"use client";

import { type FocusEvent, memo, useCallback, useEffect, useMemo, useState } from "react";
import { nextPlace, type Outline, type Shape } from "@/components/comments/outline";
import { type Stops, ThreadBar } from "@/components/comments/thread-bar";
import { ThreadGap } from "@/components/comments/thread-gap";
import { ThreadNotices } from "@/components/comments/thread-notices";
import { PAGE_ROWS } from "@/components/comments/thread-page";
import { type RowContext, ThreadRow } from "@/components/comments/thread-row";
import { type FirstPage, useThread } from "@/components/comments/use-thread";
import { placeInView, useThreadKeys } from "@/components/comments/use-thread-keys";

/** A thread in reading order, a page of comments at a time, whatever its length and depth. */
export function Thread({
  post,
  outline,
  first,
  at,
  search,
  matches,
  zone,
  now,
  isMixed,
}: {
  post: number;
  outline: Outline;
  first: FirstPage;
  /** The comment that was asked for. */
  at: number | null;
  search: string | undefined;
  matches: number[] | null;
  zone: string;
  /** When the page was made, so that browser and server write the same times. */
  now: string;
  isMixed: boolean;
}) {
  const thread = useThread(post, outline, first);
  const { state, goTo, fold, foldAll } = thread;
  const [here, setHere] = useState(at ?? -1);

  useEffect(() => {
    if (at !== null) goTo(at);
  }, [at, goTo]);

  const stops = useMemo(() => {
    const chain: Stops = {
      label: "Viral chain",
      short: "Chain",
      noun: "comment on the chain",
      places: outline.chain,
      keys: ["n", "p"],
    };
    const found: Stops | null = matches && {
      label: "Found",
      short: "Found",
      noun: "comment found",
      places: matches,
      keys: ["m", "Shift+M"] as const,
    };
    return [found, outline.chain.length > 0 && chain].filter((each) => !!each);
  }, [outline, matches]);

  const walk = useCallback(
    ({ places }: Stops, step: 1 | -1) => {
      const from = here >= 0 ? here : placeInView() - 1;
      const next = nextPlace(places, from, step);
      if (next !== undefined) goTo(next);
    },
    [here, goTo],
  );
  const onKeyDown = useThreadKeys({ stops, walk, fold });

  const context = useMemo<RowContext>(
    () => ({
      total: outline.depths.length,
      zone,
      now: new Date(now),
      search,
      isMixed,
      onFold: fold,
      onGoTo: goTo,
    }),
    [outline, zone, now, search, isMixed, fold, goTo],
  );

  function onFocus({ target }: FocusEvent<HTMLElement>) {
    const row = target.closest<HTMLElement>("[data-at]");
    if (row) setHere(Number(row.dataset.at));
  }
  return (
    <>
      <ThreadBar
        post={post}
        search={search}
        stops={stops}
        here={here}
        allFolded={state.folded.size > 0}
        onWalk={walk}
        onFoldAll={foldAll}
      />
      <ThreadNotices error={state.error} changed={state.changed} />
      <div
        role="feed"
        aria-label="Comments in reading order"
        aria-busy={state.loading.size > 0}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        className="[--cap:5] [--step:12px] md:[--cap:10] md:[--step:20px]"
      >
        <Rows
          items={thread.items}
          pages={state.pages}
          folded={state.folded}
          loading={state.loading}
          shape={thread.shape}
          chain={outline.chain}
          context={context}
          onLoad={goTo}
        />
      </div>
      <p role="status" className="sr-only">
        {state.said}
      </p>
    </>
  );
}

type Loaded = ReturnType<typeof useThread>;

/** Apart from what changes with the focus: a thousand rows are not asked again for it. */
const Rows = memo(function Rows({
  items,
  pages,
  folded,
  loading,
  shape: { above, below },
  chain,
  context,
  onLoad,
}: Pick<Loaded, "items"> &
  Pick<Loaded["state"], "pages" | "folded" | "loading"> & {
    shape: Shape;
    chain: readonly number[];
    context: RowContext;
    onLoad: (at: number, scroll?: boolean) => void;
  }) {
  const onChain = useMemo(() => new Map(chain.map((at, place) => [at, place + 1])), [chain]);
  return items.map((item) => {
    if (item.kind === "gap") {
      const { from, until } = item;
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
    const { at } = item;
    const comment = pages.get(Math.floor(at / PAGE_ROWS))?.[at % PAGE_ROWS];
    if (!comment) return null;
    return (
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
    );
  });
});
