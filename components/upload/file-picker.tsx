"use client";

import { type ReactNode, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonLook } from "@/components/ui/button-class";
import { ACCEPTED_FILES } from "@/components/upload/file-check";

/** A button that opens the system's file picker. */
export function FilePicker({
  onFile,
  children,
  ...look
}: Pick<ButtonLook, "variant" | "size"> & {
  onFile: (file: File) => void;
  children: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...look} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED_FILES}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file, mended and chosen again, must count as a change.
          target.value = "";
          if (file) onFile(file);
        }}
      />
    </>
  );
}
