"use client";

import { ClipboardList, Sheet } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { BareSelect } from "@/components/ui/select";
import { FilePicker } from "@/components/upload/file-picker";
import type { UploadPreview } from "@/components/upload/preview";
import { counted } from "@/lib/format/count";
import { fileSize } from "@/lib/format/size";

/** Which file was read, and from where in it. */
export function FileCard({
  preview,
  sizeBytes,
  onSheet,
  onFile,
  onStartOver,
}: {
  preview: UploadPreview;
  sizeBytes: number | null;
  onSheet: (sheet: string) => void;
  onFile: (file: File) => void;
  onStartOver: () => void;
}) {
  const { filename, kind, sheet, sheets, headerRow, rowsRead } = preview;
  const facts = [
    sizeBytes === null ? null : fileSize(sizeBytes),
    counted(rowsRead, "row"),
    headerRow === null ? null : `header found in row ${headerRow}`,
  ];
  const Glyph = kind === "paste" ? ClipboardList : Sheet;
  return (
    <Panel label="File">
      <div className="flex flex-wrap items-center gap-3 px-3.5 py-3 md:px-4">
        <span className="grid size-9 flex-none place-items-center rounded-lg bg-ok-soft text-ok">
          <Glyph aria-hidden="true" />
        </span>
        <div className="min-w-0 flex-1 basis-40">
          <p className="truncate font-strong">{filename}</p>
          <p className="text-xs text-muted">{facts.filter(Boolean).join(" · ")}</p>
        </div>
        {sheets.length > 1 && (
          <div className="flex min-w-0 items-center gap-2 max-md:order-last max-md:w-full">
            <span aria-hidden="true" className="text-muted">
              Sheet
            </span>
            <div className="min-w-0 max-md:flex-1 md:w-40">
              <BareSelect
                label="Sheet"
                value={sheet ?? ""}
                options={sheets.map((name) => ({ value: name, label: name }))}
                onChange={({ target }) => onSheet(target.value)}
              />
            </div>
          </div>
        )}
        <div className="flex gap-2 max-md:w-full">
          <FilePicker onFile={onFile}>Replace</FilePicker>
          <Button variant="quiet" className="lg:hidden" onClick={onStartOver}>
            Start over
          </Button>
        </div>
      </div>
    </Panel>
  );
}
