import type { Metadata } from "next";
import { PlainPage } from "@/components/shell/plain-page";
import { ButtonLink } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <PlainPage title="There is no such page">
      <p>The address is not right, or what it led to was deleted. Check it, or start from home.</p>
      <ButtonLink href="/">Home</ButtonLink>
    </PlainPage>
  );
}
