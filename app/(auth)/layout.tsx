import Link from "next/link";
import { ExampleHistory } from "@/components/landing/example-history";
import { Logo } from "@/components/shell/logo";
import { ThemeMenu } from "@/components/shell/theme-menu";

export default function AuthLayout({ children }: LayoutProps<"/">) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-2">
      <div className="flex min-h-dvh flex-col">
        <header className="flex items-center justify-between px-4 py-2.5 md:px-6">
          <Link href="/" className="touch flex items-center gap-2.5 font-strong">
            <Logo />
            Media Metrics Lab
          </Link>
          <ThemeMenu />
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto w-full max-w-[26rem] flex-1 px-4 pt-[8vh] pb-16 outline-none lg:pt-[16vh]"
        >
          {children}
        </main>
      </div>
      <aside
        aria-label="What it is"
        className="flex flex-col justify-center gap-6 border-l bg-sunken px-12 max-lg:hidden xl:px-20"
      >
        <p className="max-w-[26ch] text-[1.625rem]/[2.125rem] font-semibold tracking-[-0.028em] text-balance">
          Each number says when it was measured, by whom, and what is missing.
        </p>
        <ExampleHistory />
      </aside>
    </div>
  );
}
