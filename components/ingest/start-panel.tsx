import { FlaskConical, Play } from "lucide-react";
import type { KnownCost } from "@/components/ingest/cost-words";
import { dollars } from "@/components/ingest/ingest-words";
import { missingSetting } from "@/components/ingest/missing-settings";
import { ActionForm } from "@/components/ui/action-form";
import { ForbiddenAction } from "@/components/ui/forbidden-action";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { counted } from "@/lib/format/count";
import type { IngestSettings } from "@/lib/ingest/queries";

/** The two ways to start a run by hand, what each brings, and who pays. */
export function StartPanel({
  settings,
  cost,
  busy,
  allowed,
  action,
}: {
  settings: IngestSettings;
  cost: KnownCost | null;
  /** A run is under way. */
  busy: boolean;
  allowed: boolean;
  action: FormAction;
}) {
  const missing = missingSetting(settings);
  const off = busy || missing !== null;
  const payer = settings.token_hint
    ? `the account whose token ends in ${settings.token_hint}`
    : "this server’s account at Apify";
  const price = cost ? `The last full run cost ${dollars(cost.usd)}.` : "";
  return (
    <Panel>
      <PanelHead title="Run by hand" sub="With what is saved, at most six an hour" />
      <PanelBody className="flex flex-col gap-4">
        {missing && <Notice kind="warn">{missing}</Notice>}
        {busy && <Notice>A run is under way. The next one can start when it has ended.</Notice>}
        <Way
          test
          {...{ allowed, off, action }}
          text="Brings 10 items at most and shows what came of each: a look before the whole."
        />
        <Way
          {...{ allowed, off, action }}
          text={`Brings up to ${counted(settings.max_items, "item")}.`}
        />
        <p className="text-xs text-muted">
          {`Runs cost money, test runs a little: ${payer} pays. ${price}`}
        </p>
      </PanelBody>
    </Panel>
  );
}

function Way({
  test = false,
  allowed,
  off,
  action,
  text,
}: {
  test?: boolean;
  allowed: boolean;
  off: boolean;
  action: FormAction;
  text: string;
}) {
  const variant = test ? "default" : "primary";
  const label = test ? (
    <>
      <FlaskConical aria-hidden="true" />
      Test run
    </>
  ) : (
    <>
      <Play aria-hidden="true" />
      Run now
    </>
  );
  return (
    <div className="flex flex-col items-start gap-2">
      {allowed ? (
        <ActionForm
          action={action}
          fields={test ? { test: "true" } : {}}
          className="flex flex-col items-start gap-2"
        >
          <SubmitButton variant={variant} disabled={off} pendingLabel="Starting">
            {label}
          </SubmitButton>
        </ActionForm>
      ) : (
        <ForbiddenAction look={{ variant }}>{label}</ForbiddenAction>
      )}
      <p className="text-xs text-ink-2">{text}</p>
    </div>
  );
}
