"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";

/** In the place of a panel that could not be read; the others stand. */
export function PanelFailed({ title }: { title: string }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  return (
    <Panel>
      <PanelHead title={title} />
      <PanelBody>
        <Notice
          kind="bad"
          announce
          action={
            <Button size="small" aria-busy={pending} onClick={() => start(() => router.refresh())}>
              {pending ? "Trying" : "Try again"}
            </Button>
          }
        >
          This could not be read: something failed on our side, and is in the log. What else stands
          here does not depend on it. Try again in a moment.
        </Notice>
      </PanelBody>
    </Panel>
  );
}
