import { Search } from "lucide-react";
import type { Route } from "next";
import Form from "next/form";

/** Search as a GET form: the address holds what was asked. `keep` carries the other filters along. */
export function SearchForm({
  action,
  name = "q",
  value,
  label,
  keep = {},
}: {
  action: string;
  name?: string | undefined;
  value: string;
  /** Names the field and stands in it while it is empty. */
  label: string;
  keep?: Record<string, string | undefined>;
}) {
  return (
    // safe because callers give the path of their own page
    <Form action={action as Route} role="search" scroll={false} className="min-w-0">
      {Object.entries(keep).map(
        ([key, kept]) => kept && <input key={key} type="hidden" name={key} value={kept} />,
      )}
      <label className="relative flex h-(--control-h) min-w-44 items-center gap-[7px] rounded-md border border-line-strong bg-panel px-2.5 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus">
        <Search aria-hidden="true" className="text-muted" />
        <span className="sr-only">{label}</span>
        <input
          key={value}
          type="search"
          name={name}
          defaultValue={value}
          placeholder={label}
          className="w-full min-w-0 bg-transparent outline-none placeholder:text-muted"
        />
      </label>
    </Form>
  );
}
