import type { ReactNode } from "react";

type Option = { value: string; label: string; note?: ReactNode };

/** One of a few, each with its explanation in sight. Sends the chosen value under `name`. */
export function Choice({
  legend,
  name,
  value,
  options,
  hint,
  disabled = false,
}: {
  legend: string;
  name: string;
  value: string;
  options: Option[];
  hint?: ReactNode;
  disabled?: boolean;
}) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5" disabled={disabled}>
      <legend className="mb-1.5 font-medium">{legend}</legend>
      <div className="rounded-md border">
        {options.map(({ value: each, label, note }) => (
          <label
            key={each}
            className="flex cursor-pointer items-start gap-2.5 border-b px-3 py-2.5 last:border-b-0 hover:bg-hover has-checked:bg-selected has-disabled:cursor-not-allowed"
          >
            <input
              type="radio"
              name={name}
              value={each}
              defaultChecked={each === value}
              className="mt-[3px] size-3.5 flex-none accent-(--accent)"
            />
            <span className="min-w-0">
              <span className="block font-medium">{label}</span>
              {note && <span className="block text-xs text-muted">{note}</span>}
            </span>
          </label>
        ))}
      </div>
      {hint && <p className="text-xs text-muted">{hint}</p>}
    </fieldset>
  );
}
