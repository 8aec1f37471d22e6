import { RuleDialog } from "@/components/alerts/rule-dialog";
import type { Ways } from "@/components/alerts/rule-form";
import { channelWords, ruleWords } from "@/components/alerts/rule-words";
import { KindGlyph } from "@/components/inbox/kind-glyph";
import { ActionForm } from "@/components/ui/action-form";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { FormAction } from "@/components/ui/form-state";
import type { Option } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { AlertRule } from "@/lib/alerts/queries";
import { counted } from "@/lib/format/count";
import { moment } from "@/lib/format/time";

export type RuleActions = Record<"save" | "toggle" | "test" | "remove", FormAction>;

/** What became of a test stands under the buttons, not among them. */
const ANSWER_BELOW =
  "contents [&>p]:order-last [&>p]:w-full [&>p]:text-xs [&>p]:wrap-anywhere [&>div]:order-last [&>div]:w-full";

/** One rule: what it waits for, where it is told, how it stands, and what can be done with it. */
export function RuleRow({
  rule,
  allowed,
  actions,
  zone,
  now,
  ...form
}: {
  rule: AlertRule;
  /** Whether the person may change rules. */
  allowed: boolean;
  actions: RuleActions;
  accounts: Option[];
  ways: Ways;
  zone: string;
  now: Date;
}) {
  const { id, name, is_on, open, quiet, last_at } = rule;
  const small = { size: "small" } as const;
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 border-b px-3.5 py-3 last:border-b-0 md:px-4">
      <span className="flex h-5 flex-none items-center">
        <KindGlyph kind={rule.kind} isOver={!is_on} />
      </span>
      <div className="min-w-0 flex-1 basis-64">
        <div className="flex flex-wrap items-center gap-2">
          <h3 className="min-w-0 text-sm font-strong wrap-anywhere">{name}</h3>
          {!is_on && <Badge>Off</Badge>}
          {open > 0 && <Badge kind="warn">{`${open} open`}</Badge>}
        </div>
        <p className="text-ink-2 wrap-anywhere">{`${ruleWords(rule)}.`}</p>
        <p className="text-xs/[18px] text-muted">
          {channelWords(rule)}
          {last_at ? (
            <>
              {" · "}
              <AppLink
                href="/inbox"
                className="text-link"
              >{`last told ${moment(last_at, zone, now)}`}</AppLink>
            </>
          ) : (
            " · nothing told yet"
          )}
          {quiet > 0 && ` · ${counted(quiet, "case")} from before it watched, not told`}
        </p>
      </div>
      {allowed && (
        <div className="flex flex-wrap items-start gap-1.5 max-md:w-full md:max-w-80">
          <ActionForm action={actions.test} fields={{ id }} className={ANSWER_BELOW}>
            <SubmitButton variant="default" size="small" pendingLabel="Sending">
              Test
            </SubmitButton>
          </ActionForm>
          <ActionForm action={actions.toggle} fields={{ id, is_on: is_on ? "false" : "true" }}>
            <SubmitButton variant="default" size="small" pendingLabel="Saving">
              {is_on ? "Switch off" : "Switch on"}
            </SubmitButton>
          </ActionForm>
          <RuleDialog trigger="Change" look={small} rule={rule} action={actions.save} {...form} />
          <ConfirmDialog
            trigger="Delete"
            look={{ variant: "danger", size: "small" }}
            title={`Delete "${name}"`}
            action={actions.remove}
            fields={{ id }}
            confirm="Delete the rule"
          >
            Nothing is told by it any more. Its messages stay in the inbox.
          </ConfirmDialog>
        </div>
      )}
    </li>
  );
}
