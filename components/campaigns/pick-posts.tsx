"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { addedWords, addPosts } from "@/components/campaigns/add-posts";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PanelFooter } from "@/components/ui/panel";

export type Pickable = {
  id: number;
  title: string;
  meta: string;
  lead: ReactNode;
  end: ReactNode;
  isIn: boolean;
};

/** Posts to tick and to add at once; those that are in the campaign already say so. */
export function PickPosts({ campaign, posts }: { campaign: string; posts: Pickable[] }) {
  const router = useRouter();
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const [state, setState] = useState<{ busy: boolean; done?: string; refused?: string }>({
    busy: false,
  });
  const open = posts.filter(({ isIn }) => !isIn);
  const chosen = open.filter(({ id }) => picked.has(id)).map(({ id }) => id);

  function pick(ids: number[], on: boolean) {
    const next = new Set(picked);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    setPicked(next);
    setState({ busy: false });
  }

  async function add(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (state.busy) return;
    if (chosen.length === 0)
      return setState({ busy: false, refused: "Tick at least one post first." });
    setState({ busy: true });
    const answer = await addPosts(campaign, { posts: chosen });
    if ("refusal" in answer) return setState({ busy: false, refused: answer.refusal });
    setPicked(new Set());
    setState({ busy: false, done: addedWords(answer) });
    router.refresh();
  }

  return (
    <form onSubmit={add} aria-busy={state.busy}>
      <ul className="border-t">
        {posts.map(({ id, title, meta, lead, end, isIn }) => (
          <li key={id} className="border-b hover:bg-hover">
            <label className="flex min-h-11 cursor-pointer items-center gap-3 px-3.5 py-2 md:px-4">
              <input
                type="checkbox"
                checked={isIn || picked.has(id)}
                disabled={isIn}
                onChange={(event) => pick([id], event.target.checked)}
                className="size-4 flex-none accent-accent"
              />
              {lead}
              <span className="min-w-0 flex-1">
                <span className="block truncate font-strong">{title}</span>
                <span className="block truncate text-xs text-muted">{meta}</span>
              </span>
              {isIn ? <Badge>In it</Badge> : <span className="flex-none text-right">{end}</span>}
            </label>
          </li>
        ))}
      </ul>
      {state.refused && (
        <div className="px-3.5 pt-2.5 md:px-4">
          <Notice kind="bad" announce>
            {state.refused}
          </Notice>
        </div>
      )}
      <PanelFooter className="sticky bottom-0 rounded-b-[9px] bg-panel max-md:bottom-(--tab-bar-h,3.5rem)">
        <Button
          type="submit"
          variant="primary"
          aria-disabled={state.busy || chosen.length === 0 || undefined}
        >
          {state.busy ? "Adding" : chosen.length > 0 ? `Add ${chosen.length}` : "Add"}
        </Button>
        {open.length > 0 && (
          <Button
            variant="quiet"
            onClick={() =>
              pick(
                open.map(({ id }) => id),
                chosen.length < open.length,
              )
            }
          >
            {chosen.length < open.length ? "Tick all here" : "Untick all"}
          </Button>
        )}
        <span role="status">{state.done}</span>
      </PanelFooter>
    </form>
  );
}
