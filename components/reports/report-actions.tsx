import { Sheet } from "lucide-react";
import { PrintButton } from "@/components/reports/print-button";
import { exportHref } from "@/components/reports/reports-address";
import { ButtonLink } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";
import type { ReportQuery } from "@/lib/reports/period";

/** The whole report: its address, a workbook of it, and on paper. */
export function ReportActions({ query }: { query: ReportQuery }) {
  return (
    <div className="print-hidden flex flex-wrap gap-2 max-md:w-full">
      <CopyLink />
      <span id="export-all" className="flex max-md:flex-1">
        <ButtonLink download href={exportHref(query, "xlsx")} className="flex-1">
          <Sheet aria-hidden="true" />
          Excel, all tables
        </ButtonLink>
      </span>
      <PrintButton />
    </div>
  );
}
