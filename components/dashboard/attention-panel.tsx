import { CircleGauge, Clock, ListChecks, PackageOpen, Unplug } from "lucide-react";
import { explainAttention } from "@/components/dashboard/attention-words";
import { PanelFailed } from "@/components/hashtags/panel-failed";
import { ButtonLink } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Panel, PanelHead } from "@/components/ui/panel";
import type { AttentionItem } from "@/lib/dashboard/attention";
import { mayAs, type Role } from "@/lib/workspaces/schema";

const GLYPHS = {
  unplug: Unplug,
  clock: Clock,
  quota: CircleGauge,
  rows: ListChecks,
  box: PackageOpen,
};
const TONES = { bad: "text-bad", warn: "text-warn", plain: "text-muted" };

/** What wants somebody, worst first, each with its action beside it. */
export async function AttentionPanel({
  attention,
  role,
  zone,
  now,
}: {
  attention: Promise<AttentionItem[] | null>;
  role: Role;
  zone: string;
  now: Date;
}) {
  const found = await attention;
  if (!found) return <PanelFailed title="Needs attention" />;
  const may = mayAs(role, "member");
  const items = found.map((item) => explainAttention(item, { zone, now }));
  return (
    <Panel>
      <PanelHead
        title={
          <>
            Needs attention
            {items.length > 0 && (
              <span className="ml-2.5 font-normal text-ink-2">{items.length}</span>
            )}
          </>
        }
        sub={items.length === 0 && "Nothing does: every source answers, and no row or post failed."}
      />
      {items.length > 0 && (
        <ul className="border-t">
          {items.map(({ tone, glyph, title, why, href, act, look }) => {
            const Glyph = GLYPHS[glyph];
            return (
              <li
                key={`${href} ${title}`}
                className="flex items-start gap-2.5 border-b px-3.5 py-2.5 last:border-b-0 md:px-4"
              >
                <Glyph aria-hidden="true" className={cx("mt-0.5", TONES[tone])} />
                <div className="min-w-0 flex-1">
                  <p className="font-strong wrap-anywhere">{title}</p>
                  <p className="mt-px line-clamp-4 text-xs text-muted">{why}</p>
                </div>
                <ButtonLink href={href} size="small">
                  {may ? act : look}
                  <span className="sr-only">: {title}</span>
                </ButtonLink>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
