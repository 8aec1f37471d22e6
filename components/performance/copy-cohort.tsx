"use client";

import { Check, Link2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const SHOWN_MS = 2_000;

/** Copies an address that shows this very cohort, whatever is measured after it. */
export function CopyCohort({ href }: { href: string }) {
  const [state, setState] = useState<"" | "copied" | "refused">("");
  async function copy() {
    try {
      await navigator.clipboard.writeText(new URL(href, location.href).href);
      setState("copied");
    } catch {
      setState("refused");
    }
    setTimeout(() => setState(""), SHOWN_MS);
  }
  const words = {
    "": "Copy link to this cohort",
    copied: "Copied",
    refused: "The browser refused",
  };
  return (
    <Button
      onClick={copy}
      className="max-md:flex-1"
      data-tip="The link keeps filters, order and moment: it gives the same answer later"
    >
      {state === "copied" ? <Check aria-hidden="true" /> : <Link2 aria-hidden="true" />}
      <span aria-live="polite">{words[state]}</span>
    </Button>
  );
}
