import type { ReactNode } from "react";
import { BareAxes } from "@/components/charts/axes";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";

export type ChartState =
  | { kind: "ready" }
  /** What is there stays, with "Updating" in the sub line. */
  | { kind: "loading" }
  | { kind: "empty"; sentence: ReactNode; action?: ReactNode }
  /** `action` is the button that tries again. What is there stays, marked stale. */
  | { kind: "error"; sentence: ReactNode; action?: ReactNode; requestId?: string };

/** The plot, or in its place and of its height what there is to say instead. */
export function ChartBody({
  state,
  shown,
  height,
  axes,
  children,
}: {
  state: ChartState;
  shown: boolean;
  height: number;
  /** Its axes without data, and its skeleton, where they are not those of time and zero. */
  axes?: ReactNode | undefined;
  children: ReactNode;
}) {
  const notice = state.kind === "error" && (
    <Notice kind="bad" action={state.action} announce>
      {state.sentence}
      {state.requestId && (
        <span className="block text-xs text-muted">
          Request <span className="font-mono">{state.requestId}</span>
        </span>
      )}
    </Notice>
  );
  if (shown) {
    return (
      <>
        {notice && <div className="pb-3">{notice}</div>}
        {children}
      </>
    );
  }
  return (
    <div className="relative" style={{ height }}>
      {axes ?? <BareAxes height={height} />}
      <div className="absolute inset-0 bottom-6.5 left-11 grid place-items-center">
        {state.kind === "loading" && !axes && (
          <Skeleton className="h-1/2 w-full self-end rounded-b-none" />
        )}
        {state.kind === "empty" && <EmptyState action={state.action}>{state.sentence}</EmptyState>}
        {state.kind === "ready" && <EmptyState>Not measured yet.</EmptyState>}
        {notice && <div className="w-full max-w-md px-2">{notice}</div>}
      </div>
    </div>
  );
}
