import { z } from "zod";
import { jsonProblem } from "@/components/ingest/json-problem";
import { actorInput, ingestSettingsInput } from "@/lib/ingest/schema";
import { buildInput } from "@/lib/ingest/templates";
import { withoutBlanks } from "@/lib/search";

const platform = z.enum(["instagram", "tiktok"]);
const common = {
  max_items: z.coerce.number(),
  is_scheduled: z.literal("on").optional(),
  payer: z.enum(["server", "own"]).optional(),
  token: z.string().optional(),
};
const byWords = {
  platform,
  words: z.string().default(""),
  newer_than_days: z.coerce.number().optional(),
};
const ownInput = z
  .string("Write the input as a JSON object.")
  .superRefine((text, check) => {
    const problem = jsonProblem(text);
    if (problem) check.addIssue({ code: "custom", message: problem });
  })
  .transform((text): unknown => JSON.parse(text))
  .pipe(actorInput);

const fields = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("hashtag"), ...byWords, ...common }),
  z.object({ kind: z.literal("profile"), ...byWords, ...common }),
  z.object({ kind: z.literal("feed"), actor: z.string().optional(), ...common }),
  z.object({ kind: z.literal("own"), actor: z.string().default(""), input: ownInput, ...common }),
]);
type Fields = z.output<typeof fields>;

/** The settings form as it is sent, as the settings that it stands for. */
export const settingsForm = z
  .record(z.string(), z.string())
  .transform((form): unknown => withoutBlanks(form))
  .pipe(fields)
  .transform((form): unknown => ({
    ...actorAndInput(form),
    max_items: form.max_items,
    is_scheduled: form.is_scheduled === "on",
    ...tokenOf(form),
  }))
  .pipe(ingestSettingsInput);

function actorAndInput(form: Fields) {
  const limit = form.max_items;
  switch (form.kind) {
    case "own":
      return { actor: form.actor, input: form.input, template: null };
    case "feed":
      return buildInput("feed", { actor: form.actor, limit });
    case "hashtag":
      return buildInput("hashtag", { ...form, hashtags: form.words, limit });
    case "profile":
      return buildInput("profile", { ...form, profiles: form.words, limit });
  }
}

/** Another token, none any more (null), or no word of it: the one that is there stays. */
function tokenOf({ payer, token }: Fields) {
  if (payer === "server") return { token: null };
  return payer === "own" && token ? { token } : {};
}
