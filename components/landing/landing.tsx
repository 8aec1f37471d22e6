import Link from "next/link";
import { ExampleBreakouts } from "@/components/landing/example-breakouts";
import { ExampleHistory } from "@/components/landing/example-history";
import { ExamplePanel } from "@/components/landing/example-panel";
import { Logo } from "@/components/shell/logo";
import { ThemeMenu } from "@/components/shell/theme-menu";
import { ButtonLink } from "@/components/ui/button";
import { PlatformMark } from "@/components/ui/platform-mark";

const PLATFORMS = ["youtube", "tiktok", "instagram", "facebook", "linkedin"] as const;

const POINTS = [
  [
    "Links in, or accounts",
    "Upload a CSV or Excel file of post links, or paste them. Or connect accounts: their posts are found by themselves and measured again every six hours.",
  ],
  [
    "Missing stays missing",
    "Each number says when it was measured and by whom. What a platform does not tell is a dash with its reason, and never becomes a zero.",
  ],
  [
    "Standing, not just size",
    "A post is compared with its author’s others at the same age. What breaks out says why, with how many posts that rests on.",
  ],
  [
    "Yours to take along",
    "CSV, Excel and JSON lines with your own columns kept, reports on paper, an interface for programs. The database itself keeps workspaces apart.",
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
      <main
        id="main"
        tabIndex={-1}
        className="flex flex-col gap-12 pt-[5vh] pb-16 outline-none md:gap-16"
      >
        <div className="grid items-center gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)] lg:gap-12">
          <div>
            <h1 className="max-w-[18ch] text-[2rem]/10 tracking-[-0.028em] text-balance md:text-[2.5rem]/[3rem]">
              The numbers of social media posts, measured and kept
            </h1>
            <p className="mt-4 max-w-prose text-lg text-ink-2">
              See how each post grows, what breaks out and why, and for every number where it is
              from and what is missing.
            </p>
            <div className="mt-6 flex flex-wrap items-center gap-2">
              <ButtonLink href="/signup" variant="primary">
                Make a workspace
              </ButtonLink>
              <ButtonLink href="/login">Sign in</ButtonLink>
            </div>
            <ul aria-label="Platforms" className="mt-6 flex flex-wrap gap-x-4 gap-y-2 text-ink-2">
              {PLATFORMS.map((platform) => (
                <li key={platform}>
                  <PlatformMark platform={platform} withName />
                </li>
              ))}
            </ul>
          </div>
          <ExampleHistory />
        </div>
        <ul className="grid gap-x-8 gap-y-6 border-t pt-8 sm:grid-cols-2 lg:grid-cols-4">
          {POINTS.map(([title, text]) => (
            <li key={title}>
              <h2 className="text-md/5">{title}</h2>
              <p className="mt-1.5 text-md text-ink-2">{text}</p>
            </li>
          ))}
        </ul>
        <div className="grid gap-3 md:gap-4 lg:grid-cols-2">
          <ExamplePanel />
          <ExampleBreakouts />
        </div>
      </main>
      <footer className="mt-auto border-t py-4 text-xs text-muted">
        Facebook and LinkedIn tell numbers only to those who manage a page: links to them are
        answered once its account is connected.
      </footer>
    </div>
  );
}
