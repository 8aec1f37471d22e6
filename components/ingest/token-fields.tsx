"use client";

import { useState } from "react";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

export type TokenState = {
  /** The last four characters of the own one. */
  hint: string | null;
  /** Since when, in words. */
  since: string | null;
  /** The server has one. */
  server: boolean;
  /** The server can keep tokens encrypted. */
  keeps: boolean;
};

/** Whose Apify account pays. The token itself is never shown again. */
export function TokenFields({ token, locked }: { token: TokenState; locked: boolean }) {
  const { hint, since, server, keeps } = token;
  const [payer, setPayer] = useState(hint === null ? "server" : "own");
  const serverLabel = server ? "This server’s account" : "This server’s account (it has no token)";
  const kept = hint && `Now one that ends in ${hint}, since ${since}. Leave it empty to keep it.`;
  return (
    <>
      <Select
        label="Who pays for runs"
        name="payer"
        defaultValue={payer}
        onValue={setPayer}
        disabled={locked || !keeps}
        options={[
          { value: "server", label: serverLabel },
          { value: "own", label: "An account of our own" },
        ]}
        hint={payerHint(payer, token)}
      />
      {payer === "own" && (
        <Input
          label="Token"
          name="token"
          type="password"
          autoComplete="off"
          required={hint === null}
          minLength={8}
          maxLength={500}
          disabled={locked}
          invalid="Write the token, which begins with apify_api_."
          hint={
            kept ??
            "From console.apify.com, Settings, API & Integrations. Kept encrypted, shown to nobody."
          }
        />
      )}
    </>
  );
}

function payerHint(payer: string, { hint, server, keeps }: TokenState) {
  if (!keeps) {
    return "TOKEN_KEYS is not set on this server, so it cannot keep a token of your own. Ask who runs it.";
  }
  if (payer === "server" && hint !== null) {
    return `Saving removes the own token that ends in ${hint}.`;
  }
  if (payer === "server" && !server) {
    return "APIFY_TOKEN is not set on this server. Ask who runs it, or use an account of your own.";
  }
  return undefined;
}
