"use client";

// One boundary: what every page shows comes with the frame, and not with each page and its loading page again.
export { ShellProvider } from "@/components/shell/shell-context";
export { TopBar } from "@/components/shell/top-bar";
