"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import type { SettingsPage as WholeSettings } from "@/components/settings/settings-page";
import type { BrokenNotice as Broken } from "@/components/shell/broken";
import type { Page as WholePage } from "@/components/shell/page";
import type { PlainPage as Plain } from "@/components/shell/plain-page";
import type { Button as KitButton } from "@/components/ui/button";
import type { Notice as KitNotice } from "@/components/ui/notice";

// What a page is made of when it failed. Every page carries its error page: this way it is a name and a sentence.
const LatePage = lazy(async () => ({ default: (await import("@/components/shell/page")).Page }));
const LatePlainPage = lazy(async () => ({
  default: (await import("@/components/shell/plain-page")).PlainPage,
}));
const LateSettingsPage = lazy(async () => ({
  default: (await import("@/components/settings/settings-page")).SettingsPage,
}));

export const Notice = lazy<typeof KitNotice>(async () => ({
  default: (await import("@/components/ui/notice")).Notice,
}));
export const Button = lazy<typeof KitButton>(async () => ({
  default: (await import("@/components/ui/button")).Button,
}));
export const BrokenNotice = lazy<typeof Broken>(async () => ({
  default: (await import("@/components/shell/broken")).BrokenNotice,
}));

export function Page(props: ComponentProps<typeof WholePage>) {
  return (
    <Suspense>
      <LatePage {...props} />
    </Suspense>
  );
}

export function PlainPage(props: ComponentProps<typeof Plain>) {
  return (
    <Suspense>
      <LatePlainPage {...props} />
    </Suspense>
  );
}

export function SettingsPage(props: ComponentProps<typeof WholeSettings>) {
  return (
    <Suspense>
      <LateSettingsPage {...props} />
    </Suspense>
  );
}
