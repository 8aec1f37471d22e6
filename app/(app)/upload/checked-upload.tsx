"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { CheckSummary, SUMMARY_ID } from "@/components/upload/check-summary";
import { ColumnMapping } from "@/components/upload/column-mapping";
import { DropZone } from "@/components/upload/drop-zone";
import { FileCard } from "@/components/upload/file-card";
import { FirstRows } from "@/components/upload/first-rows";
import type { UploadPreview } from "@/components/upload/preview";
import { RejectedGroups } from "@/components/upload/rejected-groups";
import { RunBar, RunButton, type RunState } from "@/components/upload/run-button";
import type { Upload } from "./use-upload";

/** A file that has been read: what became of its rows, what can be changed, and the way on. */
export function CheckedUpload({
  upload,
  preview,
  over,
  simulated,
  onFile,
}: {
  upload: Upload;
  preview: UploadPreview;
  over: boolean;
  simulated: boolean;
  onFile: (file: File) => void;
}) {
  const { phase, source } = upload.state;
  const paste = preview.kind === "paste";
  // What had the focus went away with the step before: go on where the answer stands.
  useEffect(() => document.getElementById(SUMMARY_ID)?.focus({ preventScroll: true }), []);

  const run: RunState = {
    rows: preview.acceptedRows,
    phase: phase === "starting" || phase === "checking" ? phase : "ready",
    needsLinkColumn: preview.needsLinkColumn,
    simulated,
    onRun: upload.run,
  };
  return (
    <div className="grid items-start gap-3 md:gap-4 lg:grid-cols-[minmax(0,1fr)_300px]">
      <div className="flex min-w-0 flex-col gap-3 md:gap-4 lg:col-start-1 lg:row-start-1">
        <FileCard
          preview={preview}
          sizeBytes={source?.kind === "file" ? source.file.size : null}
          onSheet={(sheet) => upload.remap({ sheet })}
          onFile={onFile}
          onStartOver={upload.startOver}
        />
        {!paste && (
          <ColumnMapping
            key={preview.sheet}
            preview={preview}
            onRoles={(roles) =>
              upload.remap({ roles, ...(preview.sheet !== null && { sheet: preview.sheet }) })
            }
          />
        )}
        {preview.groups.length > 0 && (
          <RejectedGroups preview={preview} onDownload={upload.downloadRejected} />
        )}
        {preview.firstRows.length > 0 && <FirstRows preview={preview} />}
      </div>
      <aside
        aria-label="Counts and run"
        className="flex min-w-0 flex-col gap-4 max-lg:-order-1 lg:sticky lg:top-16"
      >
        <CheckSummary preview={preview} busy={phase === "checking"}>
          <RunButton {...run} />
        </CheckSummary>
        <DropZone small over={over} onFile={onFile}>
          <Button size="small" onClick={upload.startOver}>
            Paste links
          </Button>
        </DropZone>
      </aside>
      <RunBar {...run} />
    </div>
  );
}
