"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";

/** Measures the post now and follows the run; the page shows what came. */
export function MeasureNow({ id, zone }: { id: number; zone: string }) {
  const router = useRouter();
  const [state, setState] = useState<{ busy: boolean; words: string }>({ busy: false, words: "" });
  const left = useRef(new AbortController());

  useEffect(() => {
    left.current = new AbortController();
    return () => left.current.abort();
  }, []);

  async function measure() {
    if (state.busy) return;
    const { signal } = left.current;
    const say = (words: string, busy = true) => signal.aborted || setState({ busy, words });
    say("Asking the platform");
    const { followRun, startMeasuring } = await import("@/components/posts/measure-post");
    const started = await startMeasuring(id, zone);
    if ("ended" in started) return say(started.ended, false);
    const ended = await followRun(started.runId, { signal, say });
    say(ended, false);
    if (!signal.aborted) router.refresh();
  }

  const { busy, words } = state;
  return (
    <div className="flex flex-col items-end gap-1 max-md:flex-1 max-md:items-stretch">
      <Button onClick={measure} aria-disabled={busy || undefined}>
        <RefreshCw
          aria-hidden="true"
          className={cx(busy && "motion-safe:animate-[spin_1.6s_linear_infinite]")}
        />
        {busy ? "Measuring" : "Measure now"}
      </Button>
      <p role="status" className="max-w-72 text-xs text-muted md:text-right">
        {words}
      </p>
    </div>
  );
}
