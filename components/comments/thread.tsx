"use client";

import { type FocusEvent, useCallback, useEffect, useMemo, useState } from "react";
import { nextPlace, type Outline } from "@/components/comments/outline";
import { type Stops, ThreadBar } from "@/components/comments/thread-bar";
import { ThreadNotices } from "@/components/comments/thread-notices";
import type { RowContext } from "@/components/comments/thread-row";
import { ThreadRows } from "@/components/comments/thread-rows";
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
        <ThreadRows
          items={thread.items}
          pages={state.pages}
          folded={state.folded}
          loading={state.loading}
          wanted={state.wanted?.at ?? null}
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
