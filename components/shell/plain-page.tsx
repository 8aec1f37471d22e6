import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";

/** A page outside the shell that says one thing and offers a way on. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col px-4 py-2.5 md:px-6">
      <header>
        {/* Loaded anew: what failed may be what links are made of, and every page carries this one's code. */}
        <a href="/" className="touch flex w-fit items-center gap-2.5 font-strong">
          <Logo />
          Media Metrics Lab
        </a>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="m-auto flex w-full max-w-md flex-col items-start gap-3 pb-[12vh] text-md text-ink-2 outline-none"
      >
        <h1 className="text-xl text-ink">{title}</h1>
        {children}
      </main>
    </div>
  );
}
