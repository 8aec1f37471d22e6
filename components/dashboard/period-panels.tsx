import { whatIsMissing } from "@/components/dashboard/figure-words";
import { Figures } from "@/components/dashboard/figures";
import { SharePanel } from "@/components/dashboard/share-panel";
import { sharesFinding } from "@/components/dashboard/share-words";
import { ViewsPanel } from "@/components/dashboard/views-panel";
import { PanelFailed } from "@/components/hashtags/panel-failed";
import { Badge } from "@/components/ui/badge";
import type { Totals } from "@/lib/dashboard/totals";
import { moment } from "@/lib/format/time";

type Told = { totals: Promise<Totals | null>; zone: string; now: Date };

/** The key figures, as soon as they are told. */
export async function FiguresPart({ totals, zone, now }: Told) {
  const told = await totals;
  if (!told) return <PanelFailed title="Key figures" />;
  return <Figures totals={told} zone={zone} now={now} />;
}

export async function SharePart({ totals }: Pick<Told, "totals">) {
  const told = await totals;
  return told ? <SharePanel totals={told} /> : <PanelFailed title="Share by platform" />;
}

/** Views gained day by day; the same numbers as the figures. */
export async function ViewsPart({ totals, zone, now }: Told) {
  const told = await totals;
  if (!told) return <PanelFailed title="Views gained per day" />;
  const { days, platforms, is_simulated, measured_at, changes } = told;
  const missing = whatIsMissing(told);
  const telling = platforms.filter(({ value }) => value !== null).length;
  const asOf = measured_at ? ` · as of ${moment(measured_at, zone, now)}` : "";
  return (
    <ViewsPanel
      title={sharesFinding(told)}
      sub={`Views gained per day · ${telling} of ${platforms.length} platforms${asOf}`}
      badges={
        missing && (
          <Badge kind="partial" tip={missing}>
            Partial
          </Badge>
        )
      }
      fileName="views gained per day by platform"
      days={days.map(({ day, views, partial, platforms }) => ({ day, views, partial, platforms }))}
      timeZone={zone}
      simulated={is_simulated}
      notes={[
        ...changes.map(({ day, description }) => `Redefined on ${day}. ${description}`),
        ...(missing ? [missing] : []),
      ]}
      state={
        days.some(({ views }) => views !== null)
          ? { kind: "ready" }
          : {
              kind: "empty",
              sentence: told.is_ahead
                ? "These days are yet to come."
                : "No gain of views was measured in these days: unknown, not 0.",
            }
      }
    />
  );
}
