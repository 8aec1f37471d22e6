import { STATE_MEANINGS, STATE_NAMES } from "@/components/campaigns/campaign-words";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Campaign } from "@/lib/campaigns/answers";
import { CAMPAIGN_STATES } from "@/lib/campaigns/states";

const NAMES = new Intl.DisplayNames("en", { type: "currency" });
/** These stand first, all others after them. */
const USUAL = ["USD", "EUR", "GBP", "CHF", "JPY", "CAD", "AUD", "INR", "BRL", "SEK", "PLN"];

/** What one says of a campaign. `locked` says why its currency stays. */
export function CampaignFields({
  campaign,
  locked,
}: {
  campaign?: Campaign | undefined;
  locked?: string | undefined;
}) {
  const codes = [...new Set([...USUAL, ...Intl.supportedValuesOf("currency")])];
  return (
    <>
      <Input
        label="Name"
        name="name"
        required
        maxLength={120}
        defaultValue={campaign?.name}
        autoComplete="off"
        invalid="Give the campaign a name."
      />
      <div className="grid grid-cols-2 gap-3">
        <Select
          label="State"
          name="state"
          defaultValue={campaign?.state ?? "active"}
          options={CAMPAIGN_STATES.map((state) => ({
            value: state,
            label: `${STATE_NAMES[state]}: ${STATE_MEANINGS[state].toLowerCase()}`,
          }))}
        />
        <Select
          label="Currency"
          name="currency"
          defaultValue={campaign?.currency ?? "USD"}
          disabled={locked !== undefined}
          hint={locked}
          options={codes.map((code) => ({ value: code, label: `${code}, ${NAMES.of(code)}` }))}
        />
        <Input
          label="Starts on"
          name="starts_on"
          type="date"
          defaultValue={campaign?.starts_on ?? ""}
        />
        <Input label="Ends on" name="ends_on" type="date" defaultValue={campaign?.ends_on ?? ""} />
      </div>
      <Textarea
        label="Note"
        name="note"
        rows={3}
        maxLength={2000}
        defaultValue={campaign?.note ?? ""}
        hint="For whom, what was agreed, where the contract is. Optional."
      />
    </>
  );
}
