import Link from "next/link";
import { Logo } from "@/components/shell/logo";
import { ThemeMenu } from "@/components/shell/theme-menu";

export default function AuthLayout({ children }: LayoutProps<"/">) {
  return (
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
        className="mx-auto w-full max-w-[26rem] flex-1 px-4 pt-[8vh] pb-16 outline-none"
      >
        {children}
      </main>
    </div>
  );
}
