import type { RuleKind } from "@/lib/alerts/conditions";
import { PLATFORM_IDS, PLATFORM_NAMES } from "@/lib/platforms/platform";

export const KINDS: { value: RuleKind; label: string; name: string }[] = [
  { value: "metric", label: "A number of posts or accounts", name: "A post takes off" },
  { value: "breakout", label: "The score of a short video", name: "A short video scores high" },
  { value: "source", label: "An account or ingest that fails", name: "An account or ingest fails" },
  {
    value: "token",
    label: "A sign-in that ends soon or has ended",
    name: "A sign-in ends soon or has ended",
  },
];

export const OF = [
  { value: "post", label: "Each post" },
  { value: "account", label: "Each account" },
  { value: "workspace", label: "The whole workspace" },
];

export const METRICS = [
  { value: "views", label: "Views" },
  { value: "engagement", label: "Engagement" },
  { value: "followers", label: "Followers" },
];

export const TESTS = [
  { value: "above", label: "reaches" },
  { value: "below", label: "falls below" },
  { value: "rises", label: "rises by per cent" },
  { value: "falls", label: "falls by per cent" },
];

export const PLATFORMS = [
  { value: "", label: "Every platform" },
  ...PLATFORM_IDS.map((id) => ({ value: id as string, label: PLATFORM_NAMES[id] })),
];
