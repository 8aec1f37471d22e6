import { Button } from "@/components/ui/button";
import { counted } from "@/lib/format/count";

export type RunState = {
  rows: number;
  phase: "checking" | "ready" | "starting";
  needsLinkColumn: boolean;
  simulated: boolean;
  onRun: () => void;
};

/** The way on, with what stands in it or what it will do. */
export function RunButton(state: RunState) {
  return (
    <div className="flex flex-col gap-2">
      <Start {...state} className="h-9 w-full max-md:hidden" />
      <p className="text-xs text-muted">{consequence(state)}</p>
    </div>
  );
}

/** The same button, always in reach on a phone: above the navigation at its foot. */
export function RunBar(state: RunState) {
  return (
    <>
      <div aria-hidden="true" className="h-10 md:hidden" />
      <div className="fixed inset-x-0 bottom-15 z-10 border-t bg-bg px-4 py-2.5 md:hidden">
        <Start {...state} className="h-11 w-full" />
      </div>
    </>
  );
}

function Start({ rows, phase, onRun, className }: RunState & { className: string }) {
  return (
    <Button
      variant="primary"
      className={className}
      disabled={rows === 0 || phase !== "ready"}
      onClick={onRun}
    >
      {phase === "starting"
        ? "Starting the job"
        : phase === "checking"
          ? "Checking again"
          : rows === 0
            ? "Nothing to run"
            : `Run ${counted(rows, "row")}`}
    </Button>
  );
}

function consequence({ rows, needsLinkColumn, simulated }: RunState) {
  if (needsLinkColumn) return "Choose the column with the links first.";
  if (rows === 0) return "No row can be used. Mend the file, or choose another link column.";
  if (simulated) return "The simulator of this installation answers: its numbers are made up.";
  return "The job goes on by itself. You can leave its page and come back.";
}
