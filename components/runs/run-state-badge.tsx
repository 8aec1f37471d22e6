import { Badge, type BadgeKind } from "@/components/ui/badge";
import type { ListedRun } from "@/lib/refresh/queries";

/** The state of a run; a completed one says how well it went by its colour and word. */
export function RunStateBadge({ run }: { run: ListedRun }) {
  const [kind, word, tip] = look(run);
  return (
    <Badge kind={kind} tip={tip}>
      {word}
    </Badge>
  );
}

function look({ status, measured, failed, errors }: ListedRun): [BadgeKind, string, string?] {
  switch (status) {
    case "running":
      return ["accent", "Running"];
    case "cancelled":
      return ["plain", "Cancelled"];
    case "superseded":
      return ["plain", "Overtaken", "A newer run began before this one was done."];
    case "completed": {
      const troubled = failed > 0 || errors.some((error) => error.status === "failed");
      if (!troubled) return ["ok", "Completed"];
      return measured === 0 ? ["bad", "Failed"] : ["warn", "Partly failed"];
    }
  }
}
