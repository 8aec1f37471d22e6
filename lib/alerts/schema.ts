import { z } from "zod";
import { anyCondition, CONDITIONS, INCIDENT_KINDS, RULE_KINDS } from "@/lib/alerts/conditions";
import { clamped, MAX_OFFSET } from "@/lib/jobs/schema";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { pageNumber } from "@/lib/search";

const name = z
  .string()
  .trim()
  .min(1, "Give the rule a name.")
  .max(80, "A name has at most 80 characters.");

const scope = {
  platform: z.enum(PLATFORM_IDS).nullable().optional(),
  account_id: z.uuid().nullable().optional(),
};
const switches = {
  is_on: z.boolean().optional(),
  by_email: z.boolean().optional(),
  by_webhook: z.boolean().optional(),
};

/** A rule as a program makes it. */
export const newRule = anyCondition.and(z.object({ name, ...scope, ...switches }));
export type NewRule = z.output<typeof newRule>;

/** What a program changes of a rule. Its kind stays: make another rule for that. */
export const ruleChanges = z
  .strictObject({
    name,
    // Which kind it has to fit, the database knows.
    condition: z.record(z.string(), z.union([z.string(), z.number()])),
    ...scope,
    ...switches,
  })
  .partial()
  .refine((given) => Object.keys(given).length > 0, "Nothing is given to change.");
export type RuleChanges = z.output<typeof ruleChanges>;

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** A rule as the form sends it: flat, fields of other kinds and what was left empty aside. */
export const ruleForm = z
  .looseObject({
    id: z.uuid().optional(),
    kind: z.enum(RULE_KINDS),
    name,
    platform: z.enum(PLATFORM_IDS).or(z.literal("")).optional(),
    account_id: z.uuid().or(z.literal("")).optional(),
    by_email: ticked,
    by_webhook: ticked,
  })
  .transform(({ id, kind, platform, account_id, by_email, by_webhook, ...fields }, context) => {
    const shape = CONDITIONS[kind].shape;
    const given = Object.fromEntries(
      Object.keys(shape).flatMap((key) => (fields[key] ? [[key, fields[key]]] : [])),
    );
    const read = anyCondition.safeParse({ kind, condition: given });
    if (!read.success) {
      for (const { message, path } of read.error.issues) {
        context.addIssue({ code: "custom", message, path: path.slice(1) });
      }
      return z.NEVER;
    }
    return {
      id: id ?? null,
      rule: {
        ...read.data,
        name: fields.name,
        platform: platform || null,
        account_id: account_id || null,
        by_email,
        by_webhook,
      },
    };
  });

export const ruleId = z.object({ id: z.uuid("There is no such rule: expected its id (a UUID).") });
export const webhookId = z.object({
  id: z.uuid("There is no such webhook: expected its id (a UUID)."),
});

/** The inbox's address: page and API share it. */
export const inboxFilter = z.object({
  state: z.enum(["all", "unread"]).default("all"),
  kind: z.enum(INCIDENT_KINDS).optional(),
  page: pageNumber,
});
export type InboxFilter = z.output<typeof inboxFilter>;

const listPage = { limit: clamped(1, 100, 50), offset: clamped(0, MAX_OFFSET, 0) };
export const inboxQuery = inboxFilter.omit({ page: true }).extend(listPage);
export const incidentQuery = z.object({
  state: z.enum(["open", "closed"]).optional(),
  kind: z.enum(INCIDENT_KINDS).optional(),
  rule: z.uuid().optional(),
  ...listPage,
});

/** Which messages; without ids all of them. */
export const readMarks = z.object({
  ids: z.array(z.uuid()).min(1).max(500).optional(),
  is_read: z.boolean().default(true),
});

export const newWebhook = z.strictObject({
  url: z.string().trim().min(1, "Give the webhook's address."),
});
export const webhookChanges = z
  .strictObject({
    url: newWebhook.shape.url,
    is_on: z.boolean(),
    new_secret: z.literal(true),
  })
  .partial()
  .refine((given) => Object.keys(given).length > 0, "Nothing is given to change.");
export type WebhookChanges = z.output<typeof webhookChanges>;

export const emailWish = z.strictObject({ by_email: z.boolean() });
