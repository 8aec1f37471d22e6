import { reasonSentence } from "@/components/campaigns/campaign-words";
import { Count } from "@/components/ui/count";
import { Hint } from "@/components/ui/hint";
import { Missing } from "@/components/ui/missing";
import { Rate } from "@/components/ui/rate";
import type { Figures } from "@/lib/campaigns/answers";
import { compactMoney, money } from "@/lib/campaigns/money";
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
  return <Amount amount={of.spend} currency={currency} />;
}

export function CpmFigure({ of, currency }: Of & { currency: string }) {
  if (of.cpm === null) return <Missing reason={reasonSentence(of.cpm_reason)} />;
  return <Amount amount={of.cpm} currency={currency} />;
}

export function CostFigure({ of, currency }: Of & { currency: string }) {
  if (of.cost_per_engagement === null) return <Missing reason={reasonSentence(of.cost_reason)} />;
  return <Amount amount={of.cost_per_engagement} currency={currency} decimals={2} />;
}

/** An amount, compact from five digits on; on focus all of it. */
export function Amount({
  amount,
  currency,
  decimals,
}: {
  amount: string;
  currency: string;
  decimals?: number;
}) {
  const shown =
    decimals === undefined ? compactMoney(amount, currency) : money(amount, currency, decimals);
  const exact = `${money(amount, currency, Math.min(6, decimalsOf(amount)))} ${currency}`;
  return <Hint tip={`${exact}.`}>{shown}</Hint>;
}

function decimalsOf(amount: string) {
  return Math.max(2, amount.split(".")[1]?.length ?? 0);
}
