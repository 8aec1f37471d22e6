import { ExportFormats, ExportLabel } from "@/components/metrics/export-formats";
import { Menu } from "@/components/ui/menu";
import { counted } from "@/lib/format/count";

/** Files of the cohort as the table has it: the same moment, filters and order. */
export function ReelsExport({ query, total }: { query: string; total: number }) {
  return (
    <div id="export-menu">
      <Menu
        wide
        look={{ size: "small" }}
        trigger={<ExportLabel />}
        note={`${counted(total, "reel")} of this very cohort, in the order of the table, with every percentile and what it was compared with.`}
      >
        <ExportFormats
          hrefOf={(type) => `/api/v1/reels/export.${type}${query}`}
          csv="For spreadsheets, every digit kept"
          jsonl="One reel a line, with its baseline"
        />
      </Menu>
    </div>
  );
}
