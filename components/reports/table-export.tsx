import { Download, FileText, Sheet } from "lucide-react";
import { exportHref } from "@/components/reports/reports-address";
import { Menu, MenuLink } from "@/components/ui/menu";
import type { ReportQuery, TableName } from "@/lib/reports/period";

/** One table of the report as a file. */
export function TableExport({
  query,
  table,
  name,
}: {
  query: ReportQuery;
  table: TableName;
  /** What it holds, for the button's name. */
  name: string;
}) {
  return (
    <span className="print-hidden">
      <Menu
        label={`Export ${name}`}
        look={{ variant: "quiet", size: "small" }}
        trigger={
          <>
            <Download aria-hidden="true" />
            Export
          </>
        }
      >
        <MenuLink
          download
          href={exportHref(query, "csv", table)}
          icon={<FileText aria-hidden="true" />}
          title="CSV"
          detail="For spreadsheets, every digit kept"
        />
        <MenuLink
          download
          href={exportHref(query, "xlsx", table)}
          icon={<Sheet aria-hidden="true" />}
          title="Excel"
          detail="Typed numbers and dates"
        />
      </Menu>
    </span>
  );
}
