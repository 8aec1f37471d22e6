import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies, headers } from "next/headers";
import { readTheme, SYSTEM_THEME_SCRIPT, THEME_COOKIE } from "@/components/shell/theme";
import { TipLayer } from "@/components/ui/tip-layer";
import "./globals.css";

// The package's own entry fetches it before the page is drawn; most pages hold no code or id at all.
const GeistMono = localFont({
  src: "../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2",
  variable: "--font-geist-mono",
  weight: "100 900",
  preload: false,
  adjustFontFallback: false,
});

export const metadata: Metadata = {
  title: { default: "Media Metrics Lab", template: "%s · Media Metrics Lab" },
  description: "A file of post links in, measured numbers out: when, by whom, and what is missing.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f6f3" },
    { media: "(prefers-color-scheme: dark)", color: "#0e1011" },
  ],
};

export default async function RootLayout({ children }: LayoutProps<"/">) {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const { choice, shown } = readTheme(jar.get(THEME_COOKIE)?.value);

  return (
    <html
      lang="en"
      data-theme={shown}
      data-theme-choice={choice}
      className={`${GeistSans.variable} ${GeistMono.variable} scroll-pt-16 max-md:scroll-pb-20`}
      suppressHydrationWarning
    >
      <head>
        {choice === "system" && (
          <script
            nonce={head.get("x-nonce") ?? undefined}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant, and before first paint
            dangerouslySetInnerHTML={{ __html: SYSTEM_THEME_SCRIPT }}
            suppressHydrationWarning
          />
        )}
      </head>
      <body>
        <a
          href="#main"
          className="absolute -left-[999px] z-50 rounded-md bg-panel px-3 py-1.5 focus:top-2 focus:left-3"
        >
          Skip to content
        </a>
        {children}
        <TipLayer />
      </body>
    </html>
  );
}
