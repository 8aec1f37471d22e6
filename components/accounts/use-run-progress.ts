"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { RunSoFar } from "@/components/accounts/run-api";
import { runWords } from "@/components/accounts/run-words";

const loadApi = () => import("@/components/accounts/run-api");

const FIRST_POLL_MS = 700;
const SLOWEST_POLL_MS = 4_000;
const GROWTH = 1.4;
/** Without an answer so often in a row, one stops asking. */
const PATIENCE = 5;

/** Starts an account's refresh and follows it to its end; then the page is read again. */
export function useRunProgress(accountId: string) {
  const router = useRouter();
  const [runId, setRunId] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const [run, setRun] = useState<RunSoFar | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (runId === null) return;
    const stopped = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waitMs = FIRST_POLL_MS;
    let unanswered = 0;

    async function poll() {
      const { askApi, runSoFar } = await loadApi();
      const answer = await askApi(`/api/v1/runs/${runId}`, runSoFar, { signal: stopped.signal });
      if (stopped.signal.aborted) return;
      if ("problem" in answer) {
        setProblem(answer.problem);
        unanswered += 1;
        if (unanswered === PATIENCE) {
          setRunId(null);
          return;
        }
      } else {
        unanswered = 0;
        setProblem(null);
        setRun(answer.value);
        if (answer.value.status !== "running") {
          setRunId(null);
          router.refresh();
          return;
        }
      }
      waitMs = Math.min(SLOWEST_POLL_MS, waitMs * GROWTH);
      timer = setTimeout(poll, waitMs);
    }

    timer = setTimeout(poll, waitMs);
    return () => {
      stopped.abort();
      clearTimeout(timer);
    };
  }, [runId, router]);

  async function start() {
    setStarting(true);
    setProblem(null);
    setRun(null);
    const { askApi, begun } = await loadApi();
    const answer = await askApi(`/api/v1/accounts/${accountId}/refresh`, begun, { method: "POST" });
    setStarting(false);
    if ("problem" in answer) setProblem(answer.problem);
    else setRunId(answer.value.runId);
  }

  return {
    going: starting || runId !== null,
    said: run ? runWords(run, new Date()) : runId && "Looking for its posts",
    problem,
    start,
  };
}
