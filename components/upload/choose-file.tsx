"use client";

import { DropZone } from "@/components/upload/drop-zone";
import { FileNeeds } from "@/components/upload/file-needs";
import { PasteLinks } from "@/components/upload/paste-links";

/** The ways in: a file, or links pasted. */
export function ChooseFile({
  over,
  onFile,
  onPaste,
  pasted,
}: {
  over: boolean;
  onFile: (file: File) => void;
  onPaste: (text: string) => void;
  /** What was pasted before and could not be checked. */
  pasted: string;
}) {
  return (
    <div className="grid items-start gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-3 md:gap-4">
        <DropZone over={over} onFile={onFile} />
        <PasteLinks onPaste={onPaste} pasted={pasted} />
      </div>
      <FileNeeds />
    </div>
  );
}
