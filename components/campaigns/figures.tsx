import { reasonSentence } from "@/components/campaigns/campaign-words";
import { Count } from "@/components/ui/count";
import { Hint } from "@/components/ui/hint";
import { Missing } from "@/components/ui/missing";
import { Rate } from "@/components/ui/rate";
import type { Figures } from "@/lib/campaigns/answers";
import { compactMoney, money, unitCost } from "@/lib/campaigns/money";
import { counted } from "@/lib/format/count";

type Of = { of: Figures };

export function ViewsFigure({ of }: Of) {
  return <Count value={of.views} reason={reasonSentence(of.views_reason)} />;
}

export function EngagementFigure({ of }: Of) {
  return <Count value={of.engagement} reason={reasonSentence(of.engagement_reason)} />;
}

/** The rate, with what it was counted without. */
export function RateFigure({ of, decimals }: Of & { decimals?: number }) {
  const ratio = of.engagement_rate === null ? null : Number(of.engagement_rate);
  const partial =
    of.partial_posts > 0
      ? `Of ${counted(of.partial_posts, "post")} a part of the engagement is missing though the platform offers it: counted without.`
      : undefined;
  const reason = ratio === null ? reasonSentence(of.rate_reason) : partial;
  return <Rate ratio={ratio} decimals={decimals} {...(reason !== undefined && { reason })} />;
}

export function SpendFigure({ of, currency }: Of & { currency: string }) {
  if (of.spend === null) return <Missing reason={reasonSentence(of.spend_reason)} />;
  return <Hint tip={exact(of.spend, currency)}>{compactMoney(of.spend, currency)}</Hint>;
}

export function CpmFigure({ of, currency }: Of & { currency: string }) {
  if (of.cpm === null) return <Missing reason={reasonSentence(of.cpm_reason)} />;
  return <UnitCost amount={of.cpm} currency={currency} />;
}

export function CostFigure({ of, currency }: Of & { currency: string }) {
  if (of.cost_per_engagement === null) return <Missing reason={reasonSentence(of.cost_reason)} />;
  return <UnitCost amount={of.cost_per_engagement} currency={currency} />;
}

type Amounted = { amount: string; currency: string };

/** What one of many cost; on focus every digit. */
export function UnitCost({ amount, currency }: Amounted) {
  return <Hint tip={exact(amount, currency)}>{unitCost(amount, currency)}</Hint>;
}

function exact(amount: string, currency: string) {
  const decimals = Math.max(2, amount.split(".")[1]?.length ?? 0);
  return `${money(amount, currency, decimals)} ${currency}.`;
}
