import type { Route } from "next";
import Form from "next/form";
import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

/** A filter that is typed: its name stands before it, Enter applies it, empty takes it away. */
export function TypedFilter({
  label,
  name,
  value,
  keep,
  className,
  action = "/performance",
  ...rest
}: {
  /** The path of its own page. */
  action?: string;
  label: string;
  name: string;
  value: string;
  /** The other filters. */
  keep: Record<string, string>;
  className: string;
} & Pick<
  ComponentProps<"input">,
  "placeholder" | "inputMode" | "pattern" | "title" | "maxLength"
>) {
  return (
    // safe because callers give the path of their own page
    <Form action={action as Route} scroll={false} className="min-w-0">
      {Object.entries(keep).map(([key, kept]) => (
        <input key={key} type="hidden" name={key} value={kept} />
      ))}
      <label
        className={cx(
          "flex h-(--control-h) items-center gap-1.5 rounded-md border border-line-strong bg-panel px-2.5 whitespace-nowrap focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus",
          value ? "border-accent-soft bg-accent-soft text-accent-text" : "text-ink-2",
        )}
      >
        {label}
        <input
          {...rest}
          key={value}
          name={name}
          defaultValue={value}
          autoComplete="off"
          className={cx(
            "bg-transparent font-medium outline-none placeholder:font-normal placeholder:text-muted",
            className,
          )}
        />
      </label>
    </Form>
  );
}
