import { useCallback, useEffect, useMemo, useReducer, useRef } from "react";
import { loadPage } from "@/components/comments/load-page";
import {
  itemsOf,
  type Outline,
  shapeOf,
  topThreads,
  unfoldOver,
} from "@/components/comments/outline";
import { PAGE_ROWS } from "@/components/comments/page-rows";
import type { ThreadComment } from "@/lib/comments/answers";

export type FirstPage = { page: number; comments: ThreadComment[] };

type State = {
  pages: ReadonlyMap<number, ThreadComment[]>;
  folded: ReadonlySet<number>;
  /** Pages on their way. */
  loading: ReadonlySet<number>;
  error: string | null;
  /** The thread on the server is no longer the one of this page. */
  changed: boolean;
  /** Where to go as soon as it is there. */
  wanted: { at: number; scroll: boolean } | null;
  /** Read out. */
  said: string;
};

type Change = Partial<State> | ((state: State) => Partial<State>);

const pageOf = (at: number) => Math.floor(at / PAGE_ROWS);

/** What of a thread is here, folded and on its way, and how to get to the rest of it. */
export function useThread(post: number, outline: Outline, first: FirstPage) {
  const shape = useMemo(() => shapeOf(outline.depths), [outline]);
  const [state, set] = useReducer(
    (now: State, change: Change) => ({
      ...now,
      ...(typeof change === "function" ? change(now) : change),
    }),
    {
      pages: new Map([[first.page, first.comments]]),
      folded: new Set<number>(),
      loading: new Set<number>(),
      error: null,
      changed: false,
      wanted: null,
      said: "",
    },
  );
  const { pages, folded } = state;
  const items = useMemo(
    () => itemsOf(shape, (at) => pages.get(pageOf(at))?.[at % PAGE_ROWS] !== undefined, folded),
    [shape, pages, folded],
  );
  const latest = useRef(state);
  latest.current = state;

  const load = useCallback(
    async (page: number) => {
      const { pages: here, loading } = latest.current;
      if (here.has(page) || loading.has(page)) return;
      set((now) => ({ loading: new Set(now.loading).add(page), error: null }));
      const answer = await loadPage(post, page);
      set((now) => {
        const rest = new Set([...now.loading].filter((each) => each !== page));
        if (typeof answer === "string") return { loading: rest, error: answer, wanted: null };
        if (answer.total !== outline.depths.length) {
          return { loading: rest, changed: true, wanted: null };
        }
        const [from, more] = [page * PAGE_ROWS + 1, answer.comments.length];
        return {
          loading: rest,
          pages: new Map(now.pages).set(page, answer.comments),
          said: `Comments ${from} to ${from + more - 1} of ${answer.total} are here.`,
        };
      });
    },
    [post, outline],
  );

  /** Goes to a comment, wherever it is: unfolds what hides it and loads its page. */
  const goTo = useCallback(
    (at: number, scroll = true) => {
      set((now) => ({ wanted: { at, scroll }, folded: unfoldOver(shape, now.folded, at) }));
      void load(pageOf(at));
    },
    [shape, load],
  );
  const fold = useCallback((at: number, isFolded?: boolean) => {
    set((now) => {
      const folds = new Set(now.folded);
      if (isFolded ?? !folds.has(at)) folds.add(at);
      else folds.delete(at);
      return { folded: folds };
    });
  }, []);
  const foldAll = useCallback(
    (all: boolean) => set({ folded: new Set(all ? topThreads(outline.depths, shape) : []) }),
    [outline, shape],
  );

  const { wanted } = state;
  useEffect(() => {
    if (!wanted || !pages.has(pageOf(wanted.at))) return;
    const row = document.getElementById(rowId(wanted.at));
    if (!row) return;
    row.focus({ preventScroll: true });
    if (wanted.scroll) row.scrollIntoView({ block: "center" });
    set({ wanted: null });
  }, [wanted, pages]);

  return { state, shape, items, load, goTo, fold, foldAll };
}

export function rowId(at: number) {
  return `comment-at-${at + 1}`;
}
