"use client";

import { createContext, type ReactNode, use } from "react";
import { type LiveJob, useJobProgress } from "@/components/jobs/use-job-progress";
import type { JobProgress } from "@/lib/jobs/job-progress";

const Context = createContext<(LiveJob & { zone: string }) | null>(null);

/** Keeps what is inside up to date with a job. `readAt` is when the page read it, ISO 8601. */
export function LiveJobProvider({
  job,
  readAt,
  zone,
  children,
}: {
  job: JobProgress;
  readAt: string;
  zone: string;
  children: ReactNode;
}) {
  const live = useJobProgress(job, readAt);
  return <Context value={{ ...live, zone }}>{children}</Context>;
}

/** The job around, as it stands now, and the workspace's time zone. */
export function useLiveJob() {
  const live = use(Context);
  if (!live) throw new Error("useLiveJob needs a LiveJobProvider around.");
  return live;
}
