"use client";

import { ChartLine, Download, FileCode, FileImage, Sheet, Table2 } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { counted } from "@/lib/format/count";

export type FileKind = "png" | "svg" | "csv";

/** Table and downloads, at the right of a chart's title. */
export function ChartTools({
  asTable,
  onToggle,
  onDownload,
  rows,
}: {
  asTable: boolean;
  onToggle: () => void;
  onDownload: (kind: FileKind) => void;
  rows: number;
}) {
  return (
    <>
      <IconButton
        size="small"
        label={asTable ? "Show as chart" : "Show as table"}
        aria-keyshortcuts="t"
        onClick={onToggle}
      >
        {asTable ? <ChartLine aria-hidden="true" /> : <Table2 aria-hidden="true" />}
      </IconButton>
      <Menu
        label="Download chart"
        look={{ variant: "quiet", size: "small", square: true }}
        trigger={<Download aria-hidden="true" />}
      >
        <MenuItem
          icon={<FileImage aria-hidden="true" />}
          title="Picture, PNG"
          detail="As seen here, at twice the size"
          onSelect={() => onDownload("png")}
        />
        <MenuItem
          icon={<FileCode aria-hidden="true" />}
          title="Drawing, SVG"
          detail="As seen here, sharp at any size"
          onSelect={() => onDownload("svg")}
        />
        <MenuItem
          icon={<Sheet aria-hidden="true" />}
          title="Table, CSV"
          detail={`${counted(rows, "row")}, exact numbers, times in ISO 8601`}
          onSelect={() => onDownload("csv")}
        />
      </Menu>
    </>
  );
}
