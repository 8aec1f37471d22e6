"use client";

import { Check, ChevronDown } from "lucide-react";
import { useActionState, useTransition } from "react";
import { CampaignStateBadge } from "@/components/campaigns/campaign-state-badge";
import { STATE_MEANINGS, STATE_NAMES } from "@/components/campaigns/campaign-words";
import type { FormAction } from "@/components/ui/form-state";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { Campaign } from "@/lib/campaigns/answers";
import { CAMPAIGN_STATES } from "@/lib/campaigns/states";

/** The state, which members choose from a menu. */
export function StateChoice({
  campaign: { id, state },
  action,
}: {
  campaign: Pick<Campaign, "id" | "state">;
  /** Null for who may only read. */
  action: FormAction | null;
}) {
  if (action === null) return <CampaignStateBadge state={state} />;
  return <ChosenState id={id} state={state} action={action} />;
}

function ChosenState({
  id,
  state,
  action,
}: Pick<Campaign, "id" | "state"> & { action: FormAction }) {
  const [answer, submit] = useActionState(action, {});
  const [pending, start] = useTransition();
  function choose(next: Campaign["state"]) {
    const form = new FormData();
    form.set("id", id);
    form.set("state", next);
    start(() => submit(form));
  }
  return (
    <>
      <Menu
        align="start"
        look={{ size: "small" }}
        trigger={
          <>
            <span className="sr-only">State: </span>
            {pending ? "Saving" : STATE_NAMES[state]}
            <ChevronDown aria-hidden="true" />
          </>
        }
      >
        {CAMPAIGN_STATES.map((each) => (
          <MenuItem
            key={each}
            title={STATE_NAMES[each]}
            detail={STATE_MEANINGS[each]}
            end={each === state ? <Check role="img" aria-label="as it is" /> : undefined}
            onSelect={() => each !== state && choose(each)}
          />
        ))}
      </Menu>
      {answer.error && (
        <span role="alert" className="text-xs text-bad-text">
          {answer.error}
        </span>
      )}
    </>
  );
}
