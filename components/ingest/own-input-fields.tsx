"use client";

import { useRef } from "react";
import { jsonProblem } from "@/components/ingest/json-problem";
import type { SettingsValues } from "@/components/ingest/settings-values";
import { Input, Textarea } from "@/components/ui/input";

/** Any actor, with input written by hand. */
export function OwnInputFields({ values, locked }: { values: SettingsValues; locked: boolean }) {
  const text = useRef<HTMLTextAreaElement>(null);
  return (
    <>
      <Input
        label="Apify actor"
        name="actor"
        defaultValue={values.actor}
        required
        disabled={locked}
        pattern="[A-Za-z0-9._\-]+[~\/][A-Za-z0-9._\-]+"
        invalid="Write it as owner/name, such as apify/instagram-reel-scraper."
        placeholder="owner/name"
        hint="The program at Apify that collects posts, as in its address at apify.com/store. Its items are read as TikTok’s when its name says tiktok, else as Instagram’s."
      />
      <Textarea
        ref={text}
        mono
        rows={8}
        label="Input"
        name="input"
        defaultValue={values.input}
        required
        disabled={locked}
        spellCheck={false}
        onValue={(value) => text.current?.setCustomValidity(jsonProblem(value) ?? "")}
        hint="A JSON object, as the actor’s page describes it. At most 32 kB."
      />
    </>
  );
}
