"use client";

import { Upload } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { FilePicker } from "@/components/upload/file-picker";

/** Where a file may be dropped. It lights up while one is dragged over the page. */
export function DropZone({
  onFile,
  over,
  small = false,
  children,
}: {
  onFile: (file: File) => void;
  over: boolean;
  /** Beside a file that is being checked. */
  small?: boolean;
  /** Further ways in, beside the button. */
  children?: ReactNode;
}) {
  return (
    <section
      aria-label={small ? "Another file" : "File of links"}
      className={cx(
        "flex flex-col items-center justify-center rounded-lg border-[1.5px] border-dashed text-center text-ink-2 transition-colors duration-(--fast)",
        small ? "gap-2.5 px-4 py-[18px] max-lg:hidden" : "min-h-64 gap-4 px-6 py-10",
        over ? "border-accent bg-accent-soft" : "border-line-strong",
        !over && !small && "bg-panel",
      )}
    >
      <Upload aria-hidden="true" className={small ? "size-5!" : "size-7! text-accent-text"} />
      <p>
        <b className={cx("font-strong text-ink", !small && "text-lg")}>
          {over ? "Let go to check it" : small ? "Drop another file here" : <Invitation />}
        </b>
        <br />
        <span className="text-muted">.csv or .xlsx</span>
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        <FilePicker
          onFile={onFile}
          variant={small ? "default" : "primary"}
          size={small ? "small" : "normal"}
        >
          Choose file
        </FilePicker>
        {children}
      </div>
    </section>
  );
}

/** Nothing is dropped with a finger. */
function Invitation() {
  return (
    <>
      <span className="pointer-coarse:hidden">Drop a file of links here</span>
      <span className="hidden pointer-coarse:inline">Choose a file of links</span>
    </>
  );
}
