"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { IngestProgress } from "@/components/performance/follow-ingest";
import { itemsWords } from "@/components/performance/items-words";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";

const loadIngest = () => import("@/components/performance/follow-ingest");

type Following = { runId: string | null; words: string; run?: IngestProgress | undefined };

/** Starts an ingest run, or takes up the one under way, and shows how far it is. */
export function RefreshReels({ activeRun }: { activeRun: string | null }) {
  const router = useRouter();
  const [following, setFollowing] = useState<Following | null>(null);
  const [ended, setEnded] = useState("");
  const left = useRef(new AbortController());

  const follow = useCallback(
    async (runId: string) => {
      const { signal } = left.current;
      const tell = (words: string, run?: IngestProgress) =>
        signal.aborted || setFollowing((before) => ({ runId, words, run: run ?? before?.run }));
      tell("Waiting for its turn");
      const { followIngest } = await loadIngest();
      const words = await followIngest(runId, { signal, tell });
      if (signal.aborted) return;
      setFollowing(null);
      setEnded(words);
      router.refresh();
    },
    [router],
  );

  useEffect(() => {
    left.current = new AbortController();
    if (activeRun) void follow(activeRun);
    return () => left.current.abort();
  }, [activeRun, follow]);

  async function start() {
    if (following) return;
    const { signal } = left.current;
    setEnded("");
    setFollowing({ runId: null, words: "Asking for a run" });
    const { startIngest } = await loadIngest();
    const answer = await startIngest();
    if (signal.aborted) return;
    if ("runId" in answer) return follow(answer.runId);
    setFollowing(null);
    setEnded(answer.ended);
  }

  async function cancel(runId: string) {
    const { cancelIngest } = await loadIngest();
    const refused = await cancelIngest(runId);
    if (refused) setFollowing((before) => before && { ...before, words: refused });
  }

  const busy = following !== null;
  const items = following?.run ? itemsWords(following.run) : "";
  return (
    <div
      className={cx(
        "flex flex-col gap-1 md:items-end",
        busy || ended ? "max-md:basis-full" : "max-md:flex-1",
      )}
    >
      <div className="flex gap-2">
        {following?.runId && (
          <Button
            variant="quiet"
            aria-disabled={following.run?.is_cancelling || undefined}
            onClick={() => following.runId && cancel(following.runId)}
          >
            Cancel the run
          </Button>
        )}
        <Button onClick={start} aria-disabled={busy || undefined} className="max-md:flex-1">
          <RefreshCw
            aria-hidden="true"
            className={cx(busy && "motion-safe:animate-[spin_1.6s_linear_infinite]")}
          />
          {busy ? "Refreshing" : "Refresh"}
        </Button>
      </div>
      <p role="status" className="max-w-72 text-xs text-muted empty:hidden md:text-right">
        {following ? [following.words, items].filter(Boolean).join(" · ") : ended}
      </p>
    </div>
  );
}
