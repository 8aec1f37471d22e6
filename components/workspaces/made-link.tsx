"use client";

import { Check, Copy } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

export type Made = {
  link: string;
  mail: { sent: true } | { sent: false; reason: string } | null;
};

const SHOWN_MS = 2_000;
// Browsers let nothing be copied over plain http, or where somebody said no.
const REFUSED = "The browser refused: mark it and copy";

/** A fresh link: whether it was sent, and the link itself to copy. */
export function MadeLink({ link, mail, email }: Made & { email: string }) {
  const id = useId();
  const [copied, setCopied] = useState(false);
  const [refused, setRefused] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      return setRefused(true);
    }
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  }
  const failed = mail?.sent === false;
  return (
    <Notice kind={failed ? "warn" : "info"} announce>
      <p>
        {mail?.sent && `Sent to ${email}. `}
        {mail?.sent === false && `Not sent to ${email}: ${mail.reason} Copy the link instead. `}
        This link is shown once: it is kept nowhere.
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <label htmlFor={id} className="sr-only">
          Link of the invitation
        </label>
        <input
          id={id}
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
          className={`${CONTROL} h-(--control-h) min-w-40 flex-1 font-mono text-xs`}
        />
        <Button onClick={copy}>
          {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          <span aria-live="polite">{copied ? "Copied" : refused ? REFUSED : "Copy link"}</span>
        </Button>
      </div>
    </Notice>
  );
}
