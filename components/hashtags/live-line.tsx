"use client";

import { Pause, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Hint } from "@/components/ui/hint";

const EVERY_MS = 60_000;
/** A tab that comes back after less than this shows what is still current. */
const RECENT_MS = 15_000;

/** When the page's numbers are of, read again each minute while somebody looks, and how to stop that. */
export function LiveLine({
  asOf,
  exact,
  readAt,
  question,
}: {
  asOf: string;
  exact: string;
  /** When the page was read, ms since 1970. */
  readAt: number;
  /** The same asked of the API: it answers when the page can be read again. */
  question: string;
}) {
  const router = useRouter();
  const [paused, setPaused] = useState(false);
  const [lost, setLost] = useState(false);
  const [pending, start] = useTransition();
  const asking = useRef(false);

  const refresh = useCallback(async () => {
    if (asking.current) return;
    asking.current = true;
    // A page that cannot be read again would be replaced by the browser's own error: ask first.
    const there = await isThere(question);
    asking.current = false;
    setLost(!there);
    if (there) start(() => router.refresh());
  }, [router, question]);

  useEffect(() => {
    if (paused) return;
    const timer = setInterval(() => document.hidden || refresh(), EVERY_MS);
    const onShow = () => {
      if (!document.hidden && Date.now() - readAt > RECENT_MS) refresh();
    };
    document.addEventListener("visibilitychange", onShow);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onShow);
    };
  }, [paused, readAt, refresh]);

  const state = lost
    ? "The server cannot be reached, what is shown is older. We keep asking"
    : pending
      ? "Updating"
      : paused
        ? "Paused"
        : "Updates each minute";
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
      <Hint tip={exact}>as of {asOf}</Hint>
      <span aria-live={lost ? "polite" : undefined} className={lost ? "text-warn-text" : undefined}>
        {state}
      </span>
      <Button
        size="small"
        onClick={() => {
          setPaused(!paused);
          if (paused) refresh();
        }}
      >
        {paused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
        {paused ? "Go on" : "Pause"}
        <span className="sr-only"> with updates</span>
      </Button>
    </span>
  );
}

async function isThere(question: string) {
  try {
    const signal = AbortSignal.timeout(10_000);
    return (await fetch(question, { cache: "no-store", signal })).ok;
  } catch {
    return false;
  }
}
