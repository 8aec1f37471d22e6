"use client";

import { Link } from "lucide-react";
import { useId } from "react";
import { useShell } from "@/components/shell/shell-context";
import { ActionForm } from "@/components/ui/action-form";
import { cx } from "@/components/ui/cx";
import { ForbiddenAction, WHO_CAN } from "@/components/ui/forbidden-action";
import { SubmitButton } from "@/components/ui/submit-button";

const LABEL = "Link of a post";

/** Takes the link of one post and goes to its numbers. Needs the shell around; nothing for those who only read. */
export function LinkBox({ value = "" }: { value?: string | undefined }) {
  const id = useId();
  const shell = useShell();
  if (!shell) return null;
  const reads = shell.workspace.role === "viewer";
  return (
    <ActionForm action={shell.measureLink} className="flex flex-col gap-2">
      <div className="flex items-stretch gap-2 max-sm:flex-col">
        <label
          className={cx(
            "flex h-(--control-h) min-w-0 flex-1 items-center gap-[7px] rounded-md border px-2.5 max-sm:flex-none",
            reads
              ? "cursor-not-allowed bg-sunken"
              : "border-line-strong bg-panel focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus",
          )}
        >
          <Link aria-hidden="true" className="text-muted" />
          <span className="sr-only">{LABEL}</span>
          <input
            name="url"
            defaultValue={value}
            disabled={reads}
            aria-describedby={reads ? `${id}-why` : undefined}
            placeholder={
              reads
                ? "Viewers paste no links"
                : "Paste the link of a YouTube, TikTok, Instagram, Facebook or LinkedIn post"
            }
            inputMode="url"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className="w-full min-w-0 bg-transparent text-ellipsis outline-none placeholder:text-muted disabled:cursor-not-allowed"
          />
        </label>
        {reads ? (
          <div className="flex">
            <ForbiddenAction look={{ variant: "primary" }}>Get its numbers</ForbiddenAction>
          </div>
        ) : (
          <SubmitButton pendingLabel="Reading the link">Get its numbers</SubmitButton>
        )}
      </div>
      {reads && (
        <p id={`${id}-why`} className="text-xs text-muted">
          {WHO_CAN}
        </p>
      )}
    </ActionForm>
  );
}
