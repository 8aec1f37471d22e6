import { reportsHref } from "@/components/reports/reports-address";
import { LinkSelect } from "@/components/ui/link-select";
import type { ReportQuery } from "@/lib/reports/period";

/** What a panel ranks or measures by, among its tools. */
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
  const hrefOf = (chosen: ReportQuery[Name]) => reportsHref({ ...query, [name]: chosen });
  return (
    <div className="w-36">
      <LinkSelect
        label={label}
        value={hrefOf(value)}
        set={false}
        options={options.map(([each, text]) => ({ value: hrefOf(each), label: text }))}
      />
    </div>
  );
}
