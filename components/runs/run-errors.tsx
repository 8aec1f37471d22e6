import { CircleX, Clock3 } from "lucide-react";
import { explainRunError, type RunError } from "@/components/runs/run-trouble";

const SHOWN = 3;

/** What went wrong in a run, by account: the cause and the next step. */
export function RunErrors({ errors }: { errors: RunError[] }) {
  const told = errors
    .flatMap((error) => explainRunError(error) ?? [])
    .sort((one, other) => Number(one.waits) - Number(other.waits));
  const unique = [
    ...new Map(told.map((each) => [`${each.whose} ${each.sentence}`, each])).entries(),
  ];
  if (unique.length === 0) return null;
  const item = ([key, { whose, sentence, waits }]: (typeof unique)[number]) => (
    <li key={key} className="flex gap-1.5 [&>svg]:mt-0.5 [&>svg]:size-3.5 [&>svg]:flex-none">
      {waits ? (
        <Clock3 aria-hidden="true" className="text-warn" />
      ) : (
        <CircleX aria-hidden="true" className="text-bad" />
      )}
      <span className="min-w-0 wrap-anywhere">
        <b className="font-strong text-ink">{whose}</b> {sentence}
      </span>
    </li>
  );
  const rest = unique.slice(SHOWN);
  return (
    <div className="flex flex-col gap-1 text-xs/[18px] text-ink-2">
      <ul className="flex flex-col gap-1">{unique.slice(0, SHOWN).map(item)}</ul>
      {rest.length > 0 && (
        <details>
          <summary className="touch w-fit cursor-pointer text-accent-text">{`${rest.length} more`}</summary>
          <ul className="mt-1 flex flex-col gap-1">{rest.map(item)}</ul>
        </details>
      )}
    </div>
  );
}
