"use client";

import { Check, Link2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const SHOWN_MS = 2_000;
const WORDS = { "": "Copy link", copied: "Copied", refused: "The browser refused" };

/** Copies the address of the page, which holds all that is chosen on it. */
export function CopyLink() {
  const [state, setState] = useState<keyof typeof WORDS>("");
  async function copy() {
    try {
      await navigator.clipboard.writeText(location.href);
      setState("copied");
    } catch {
      setState("refused");
    }
    setTimeout(() => setState(""), SHOWN_MS);
  }
  return (
    <Button
      onClick={copy}
      data-tip="The link keeps filters, order and period"
      className="max-md:flex-1"
    >
      {state === "copied" ? <Check aria-hidden="true" /> : <Link2 aria-hidden="true" />}
      <span aria-live="polite">{WORDS[state]}</span>
    </Button>
  );
}
