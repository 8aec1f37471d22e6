import { useId } from "react";

/** Something to tick, with what comes of it. */
export function TickBox({
  name,
  label,
  note,
  defaultChecked,
}: {
  name: string;
  label: string;
  note: string;
  defaultChecked: boolean;
}) {
  const id = useId();
  return (
    <label className="flex items-start gap-2.5">
      <input
        type="checkbox"
        name={name}
        defaultChecked={defaultChecked}
        aria-describedby={id}
        className="mt-0.5 size-4 flex-none accent-(--accent)"
      />
      <span>
        <span className="font-medium">{label}</span>
        <span id={id} className="block text-xs text-muted">
          {note}
        </span>
      </span>
    </label>
  );
}
