"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";

/** A secret that is shown this once. */
export function CopySecret({ secret }: { secret: string }) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  }
  return (
    <div role="status" className="flex flex-col gap-2 rounded-md bg-sunken px-3 py-2.5">
      <p>
        Its secret, shown this once. What is sent is signed with it: keep it where you check that.
      </p>
      <code className="font-mono text-xs wrap-anywhere select-all">{secret}</code>
      <Button size="small" onClick={copy} className="w-fit">
        {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
      </Button>
    </div>
  );
}
