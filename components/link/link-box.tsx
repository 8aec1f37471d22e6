"use client";

import { Link } from "lucide-react";
import { useShell } from "@/components/shell/shell-context";
import { ActionForm } from "@/components/ui/action-form";
import { ForbiddenAction } from "@/components/ui/forbidden-action";
import { SubmitButton } from "@/components/ui/submit-button";

const LABEL = "Link of a post";

/** Takes the link of one post and goes to its numbers. Needs the shell around; nothing for those who only read. */
export function LinkBox({ value = "" }: { value?: string | undefined }) {
  const shell = useShell();
  if (!shell) return null;
  const reads = shell.workspace.role === "viewer";
  return (
    <ActionForm action={shell.measureLink} className="flex flex-col gap-2">
      <div className="flex items-stretch gap-2 max-sm:flex-col">
        <label className="flex h-(--control-h) min-w-0 flex-1 items-center gap-[7px] rounded-md border border-line-strong bg-panel px-2.5 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus max-sm:flex-none">
          <Link aria-hidden="true" className="text-muted" />
          <span className="sr-only">{LABEL}</span>
          <input
            name="url"
            defaultValue={value}
            disabled={reads}
            placeholder="Paste the link of a YouTube, TikTok, Instagram, Facebook or LinkedIn post"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className="w-full min-w-0 bg-transparent text-ellipsis outline-none placeholder:text-muted"
          />
        </label>
        {reads ? (
          <ForbiddenAction look={{ variant: "primary" }}>Get its numbers</ForbiddenAction>
        ) : (
          <SubmitButton pendingLabel="Reading the link">Get its numbers</SubmitButton>
        )}
      </div>
    </ActionForm>
  );
}
