import { reportsHref } from "@/components/reports/reports-address";
import { Tabs } from "@/components/ui/tabs";
import type { ReportQuery } from "@/lib/reports/period";

/** What a panel ranks or measures by, under its title. */
export function Choice<Name extends "by" | "measure" | "basis">({
  label,
  name,
  query,
  value,
  options,
}: {
  label: string;
  name: Name;
  query: ReportQuery;
  value: NonNullable<ReportQuery[Name]>;
  options: [value: NonNullable<ReportQuery[Name]>, text: string][];
}) {
  return (
    <div className="print-hidden scroll-row px-3.5 pb-2.5 md:px-4">
      <Tabs
        label={label}
        links={options.map(([each, text]) => ({
          href: reportsHref({ ...query, [name]: each }),
          label: text,
          current: each === value,
        }))}
      />
    </div>
  );
}
