import type { Ways } from "@/components/alerts/rule-form";
import { type RuleActions, RuleMenu } from "@/components/alerts/rule-menu";
import { channelWords, ruleWords } from "@/components/alerts/rule-words";
import { KindGlyph } from "@/components/inbox/kind-glyph";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import type { Option } from "@/components/ui/select";
import type { AlertRule } from "@/lib/alerts/queries";
import { counted } from "@/lib/format/count";
import { moment } from "@/lib/format/time";

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
  const { name, is_on, open, quiet, last_at } = rule;
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 border-b px-3.5 py-3 last:border-b-0 md:px-4">
      <span className="flex h-5 flex-none items-center">
        <KindGlyph kind={rule.kind} isOver={!is_on} />
      </span>
      <div className="min-w-0 flex-1">
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
      {allowed && <RuleMenu rule={rule} actions={actions} {...form} />}
    </li>
  );
}
