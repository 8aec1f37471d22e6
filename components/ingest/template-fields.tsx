"use client";

import type { SettingsValues } from "@/components/ingest/settings-values";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

const PLATFORMS = [
  { value: "instagram", label: "Instagram" },
  { value: "tiktok", label: "TikTok" },
];

const WORDS = {
  hashtag: {
    label: "Hashtags",
    hint: "Up to 50, separated by commas or spaces.",
    invalid: "Write at least one hashtag.",
  },
  profile: {
    label: "Profiles",
    hint: "Up to 50 names, separated by commas or spaces.",
    invalid: "Write at least one profile.",
  },
};

/** The few fields of a template. */
export function TemplateFields({
  kind,
  values,
  locked,
}: {
  kind: "hashtag" | "profile" | "feed";
  values: SettingsValues;
  locked: boolean;
}) {
  if (kind === "feed") {
    return (
      <Input
        label="Apify actor"
        name="actor"
        defaultValue={values.kind === "feed" ? values.actor : ""}
        disabled={locked}
        pattern="[A-Za-z0-9._\-]+[~\/][A-Za-z0-9._\-]+"
        invalid="Write it as owner/name, or leave it empty."
        placeholder="community/instagram-reels-feed"
        hint="The program at Apify that collects posts. Those of the recommended feed come and go: name the one you rent, or leave it empty."
      />
    );
  }
  return (
    <>
      <Select
        label="Platform"
        name="platform"
        defaultValue={values.platform}
        disabled={locked}
        options={PLATFORMS}
      />
      <Input
        key={kind}
        {...WORDS[kind]}
        name="words"
        defaultValue={values.kind === kind ? values.words : ""}
        required
        disabled={locked}
        autoCapitalize="none"
        spellCheck={false}
      />
      <Input
        label="Not older than"
        name="newer_than_days"
        type="number"
        min={1}
        max={365}
        step={1}
        defaultValue={values.newerThanDays}
        disabled={locked}
        invalid="Write a number of days from 1 to 365, or leave it empty."
        hint="Days. Empty: of any age."
      />
    </>
  );
}
