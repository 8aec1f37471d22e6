"use client";

import { Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useState } from "react";
import { setPrice } from "@/components/campaigns/set-price";
import { CONTROL } from "@/components/ui/field";
import { money } from "@/lib/campaigns/money";

/** What a post cost, edited in place: Enter or leaving saves, Escape leaves it as it was. */
export function PriceCell({
  campaign,
  post,
  name,
  price,
  currency,
}: {
  campaign: string;
  post: number;
  /** Whose price it is, for who cannot see the row. */
  name: string;
  price: string | null;
  currency: string;
}) {
  const router = useRouter();
  const note = useId();
  const [kept, setKept] = useState(price);
  const [seen, setSeen] = useState(price);
  const [state, setState] = useState<{
    editing: boolean;
    busy: boolean;
    refused?: string;
    /** Whether the button takes the focus back from the field. */
    returns?: boolean;
  }>({ editing: false, busy: false });
  // What the server says anew, by somebody else's hand, goes before what was kept here.
  if (seen !== price) {
    setSeen(price);
    setKept(price);
  }

  function leave(returns: boolean) {
    setState({ editing: false, busy: false, returns });
  }

  async function save(typed: string, andFocus: boolean) {
    if (state.busy) return;
    if (typed.trim() === (kept ?? "")) return leave(andFocus);
    setState({ editing: true, busy: true });
    const answer = await setPrice(campaign, post, typed);
    if ("refused" in answer)
      return setState({ editing: true, busy: false, refused: answer.refused });
    setKept(answer.kept);
    leave(andFocus);
    router.refresh();
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Enter") {
      event.preventDefault();
      void save(event.currentTarget.value, true);
    } else if (event.key === "Escape") {
      event.preventDefault();
      leave(true);
    }
  }

  if (!state.editing) {
    return (
      <button
        type="button"
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the field that was just left by a key
        autoFocus={state.returns === true}
        onClick={() => setState({ editing: true, busy: false })}
        className="touch group inline-flex items-center justify-end gap-1.5 rounded-sm px-1 hover:bg-selected"
      >
        <span className="sr-only">{`Price of ${name}: `}</span>
        {kept === null ? <span className="text-muted">Set price</span> : money(kept, currency)}
        <Pencil
          aria-hidden="true"
          className="size-3 text-muted opacity-60 group-hover:opacity-100"
        />
      </button>
    );
  }
  return (
    <span className="inline-flex flex-col items-end gap-1">
      <input
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was just pressed
        autoFocus
        aria-label={`Price of ${name} in ${currency}`}
        aria-invalid={state.refused ? true : undefined}
        aria-describedby={state.refused ? note : undefined}
        aria-busy={state.busy}
        readOnly={state.busy}
        defaultValue={kept ?? ""}
        inputMode="decimal"
        autoComplete="off"
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={onKeyDown}
        onBlur={(event) => !state.refused && save(event.currentTarget.value, false)}
        className={`${CONTROL} h-[26px] max-w-24 text-right pointer-coarse:h-11`}
      />
      {state.refused && (
        <span
          id={note}
          role="alert"
          className="max-w-56 text-right text-xs whitespace-normal text-bad-text"
        >
          {state.refused}
        </span>
      )}
    </span>
  );
}
