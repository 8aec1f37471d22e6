"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useRef, useState } from "react";
import {
  type AddedPosts,
  addedWords,
  addPosts,
  measureLinks,
} from "@/components/campaigns/add-posts";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";

const BETWEEN_LINKS = /\s+|[,;]+(?=\s|https?:\/\/|$)/i;
const SHOWN = 5;

/** Adds the posts that links mean; those that the workspace does not know can be measured from here. */
export function PasteLinks({ campaign }: { campaign: string }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<AddedPosts | { refusal: string }>();

  async function add(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const links = String(new FormData(event.currentTarget).get("links"))
      .split(BETWEEN_LINKS)
      .filter(Boolean);
    if (busy) return;
    if (links.length === 0) return setAnswer({ refusal: "There is no link. Paste at least one." });
    setBusy(true);
    const told = await addPosts(campaign, { links });
    setAnswer(told);
    setBusy(false);
    if (!("refusal" in told)) router.refresh();
  }

  async function measure(links: string[]) {
    if (busy) return;
    setBusy(true);
    const told = await measureLinks(links);
    setBusy(false);
    if ("refusal" in told) return setAnswer(told);
    // safe because it is the page of the job that was just made
    router.push(`/jobs/${told.job_id}` as Route);
  }

  return (
    <form ref={form} onSubmit={add} aria-busy={busy} className="flex flex-col gap-3">
      <Textarea
        name="links"
        label="Links to posts"
        mono
        rows={6}
        required
        invalid="Paste at least one link."
        placeholder="https://www.youtube.com/watch?v=…"
        spellCheck={false}
        hint="One a line, or with blanks between them; at most 1,000 at once."
      />
      <Button
        type="submit"
        variant="primary"
        aria-disabled={busy || undefined}
        className="self-start"
      >
        {busy ? "Working" : "Add these posts"}
      </Button>
      <div aria-live="polite" className="flex flex-col gap-2">
        {answer && "refusal" in answer && <Notice kind="bad">{answer.refusal}</Notice>}
        {answer && !("refusal" in answer) && <Outcome answer={answer} onMeasure={measure} />}
      </div>
    </form>
  );
}

function Outcome({
  answer,
  onMeasure,
}: {
  answer: AddedPosts;
  onMeasure: (links: string[]) => void;
}) {
  const { unknown, refused } = answer;
  const more = (count: number) => count > SHOWN && <li>{`and ${count - SHOWN} more`}</li>;
  return (
    <>
      <Notice>{addedWords(answer)}</Notice>
      {unknown.length > 0 && (
        <Notice
          kind="warn"
          action={
            <Button size="small" onClick={() => onMeasure(unknown)}>
              {unknown.length === 1 ? "Measure it" : `Measure these ${unknown.length}`}
            </Button>
          }
        >
          {unknown.length === 1
            ? "1 link is of a post that this workspace does not know yet."
            : `${unknown.length} links are of posts that this workspace does not know yet.`}{" "}
          Measured as an upload, they can be added here from its job.
          <ul className="mt-1 font-mono text-xs wrap-anywhere">
            {unknown.slice(0, SHOWN).map((link) => (
              <li key={link}>{link}</li>
            ))}
            {more(unknown.length)}
          </ul>
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice kind="bad">
          {refused.length === 1
            ? "1 text is no link of a post."
            : `${refused.length} texts are no links of posts.`}
          <ul className="mt-1 text-xs wrap-anywhere">
            {refused.slice(0, SHOWN).map(({ link, why }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same text may be refused twice
              <li key={place}>
                <span className="font-mono">{link}</span>: {why}
              </li>
            ))}
            {more(refused.length)}
          </ul>
        </Notice>
      )}
    </>
  );
}
