"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { hasEnded } from "@/components/jobs/job-counts";
import { FASTEST_POLL_MS, fingerprint, nextPollMs, slower } from "@/components/jobs/next-poll";
import type { JobProgress } from "@/lib/jobs/job-progress";

/** The table follows at most this often. */
const REFRESH_MS = 3_000;

/** A job, when it was read (ISO 8601), and why it may be out of date. */
export type LiveJob = { job: JobProgress; readAt: string; problem: string | null };

/** Follows a job until it ends. What the page itself brings wins when it is newer. */
export function useJobProgress(job: JobProgress, readAt: string): LiveJob {
  const router = useRouter();
  const [polled, setPolled] = useState<LiveJob | null>(null);
  const page = useRef({ job, readAt, problem: null });
  page.current = { job, readAt, problem: null };

  const { id } = job;
  const ended = hasEnded(job);
  useEffect(() => {
    if (ended) return;
    const stopped = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let newest = page.current.job;
    let waitMs = FASTEST_POLL_MS;
    let refreshedAt = 0;

    async function poll() {
      const { fetchJob } = await import("@/components/jobs/fetch-job");
      const answer = await fetchJob(id, stopped.signal);
      if (stopped.signal.aborted) return;
      let next: number | null = slower(waitMs);
      if ("problem" in answer) {
        setPolled((last) => ({ ...(last ?? page.current), ...answer }));
      } else {
        next = nextPollMs(newest, answer.job, waitMs);
        newest = answer.job;
        setPolled({ ...answer, problem: null });
        refreshPage(next === null);
      }
      if (next === null) return;
      waitMs = next;
      if (!document.hidden) schedule(waitMs);
    }

    function refreshPage(atOnce: boolean) {
      if (fingerprint(newest) === fingerprint(page.current.job)) return;
      if (!atOnce && Date.now() - refreshedAt < REFRESH_MS) return;
      refreshedAt = Date.now();
      router.refresh();
    }

    function schedule(afterMs: number) {
      clearTimeout(timer);
      timer = setTimeout(poll, afterMs);
    }

    function onVisibility() {
      if (document.hidden) clearTimeout(timer);
      else schedule(0);
    }

    document.addEventListener("visibilitychange", onVisibility);
    schedule(waitMs);
    return () => {
      stopped.abort();
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onVisibility);
    };
  }, [id, ended, router]);

  if (polled && Date.parse(polled.job.updated_at) >= Date.parse(job.updated_at)) return polled;
  return { job, readAt, problem: ended ? null : (polled?.problem ?? null) };
}
