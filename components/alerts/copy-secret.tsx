"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";

// Browsers let nothing be copied over plain http, or where somebody said no.
const REFUSED = "The browser refused: mark it and copy";

/** A secret that is shown this once. */
export function CopySecret({ secret }: { secret: string }) {
  const [copied, setCopied] = useState(false);
  const [refused, setRefused] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      setRefused(true);
    }
  }
  return (
    <div role="status" className="flex flex-col gap-2 rounded-md bg-sunken px-3 py-2.5">
      <p>
        Its secret, shown this once. What is sent is signed with it: keep it where you check that.
      </p>
      <code className="font-mono text-xs wrap-anywhere select-all">{secret}</code>
      <Button size="small" onClick={copy} className="w-fit">
        {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        <span aria-live="polite">{copied ? "Copied" : refused ? REFUSED : "Copy"}</span>
      </Button>
    </div>
  );
}
