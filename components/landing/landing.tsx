import Link from "next/link";
import { ExamplePanel } from "@/components/landing/example-panel";
import { Logo } from "@/components/shell/logo";
import { ThemeMenu } from "@/components/shell/theme-menu";
import { ButtonLink } from "@/components/ui/button";

const POINTS = [
  [
    "A file of links in",
    "CSV, Excel or pasted links of YouTube, TikTok, Instagram, Facebook and LinkedIn posts. Every row is checked before anything is fetched, and each rejected one says how to mend it.",
  ],
  [
    "Measured numbers out",
    "A job asks the platforms in the background. Each number says when it was measured and by whom. What is missing stays missing and says why; it never becomes a zero.",
  ],
  [
    "Yours to take along",
    "Filter, retry what failed, and export to CSV, Excel or JSON lines with your own columns first. Each workspace is kept apart from every other by the database itself.",
  ],
];

/** What the product does, for those who are not signed in. */
export function Landing() {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-(--page-max) flex-col px-4 md:px-6">
      <header className="flex items-center gap-2 py-2.5">
        <Link href="/" className="touch flex flex-1 items-center gap-2.5 font-strong">
          <Logo />
          Media Metrics Lab
        </Link>
        <ThemeMenu />
        <ButtonLink href="/login">Sign in</ButtonLink>
      </header>
      <main id="main" tabIndex={-1} className="flex flex-col gap-10 pt-[6vh] pb-16 outline-none">
        <div className="grid items-center gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)] lg:gap-12">
          <div>
            <h1 className="max-w-[18ch] text-[2rem]/10 tracking-[-0.028em] text-balance md:text-[2.5rem]/[3rem]">
              Post links in, measured numbers out
            </h1>
            <p className="mt-4 max-w-prose text-lg text-ink-2">
              Upload a spreadsheet of social media posts, watch their views, likes and comments come
              in, and see for each number where it is from and what is missing.
            </p>
            <div className="mt-6 flex flex-wrap gap-2">
              <ButtonLink href="/signup" variant="primary">
                Sign up
              </ButtonLink>
              <ButtonLink href="/login">Sign in</ButtonLink>
            </div>
          </div>
          <ExamplePanel />
        </div>
        <div className="grid gap-6 border-t pt-8 md:grid-cols-3">
          {POINTS.map(([title, text]) => (
            <div key={title}>
              <h2 className="text-md/5">{title}</h2>
              <p className="mt-1.5 text-md text-ink-2">{text}</p>
            </div>
          ))}
        </div>
      </main>
      <footer className="mt-auto border-t py-4 text-xs text-muted">
        Facebook and LinkedIn links are read and kept; their numbers need connected accounts, which
        are not here yet.
      </footer>
    </div>
  );
}
