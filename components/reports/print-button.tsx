"use client";

import { Printer } from "lucide-react";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";

/** Prints the page as one document. However it is asked for, it comes out light. */
export function PrintButton() {
  useEffect(() => {
    const root = document.documentElement;
    let shown: string | undefined;
    function lighten() {
      shown = root.dataset.theme;
      root.dataset.theme = "light";
    }
    function restore() {
      if (shown !== undefined) root.dataset.theme = shown;
    }
    window.addEventListener("beforeprint", lighten);
    window.addEventListener("afterprint", restore);
    return () => {
      window.removeEventListener("beforeprint", lighten);
      window.removeEventListener("afterprint", restore);
    };
  }, []);
  return (
    <Button onClick={() => window.print()} className="max-md:flex-1">
      <Printer aria-hidden="true" />
      Print or PDF
    </Button>
  );
}
