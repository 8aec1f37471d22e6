import { ConnectButton } from "@/components/accounts/connect-button";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { Panel, PanelHead } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";
import type { ConnectionOffer } from "@/lib/accounts/offers";

const NO_KEYS =
  "TOKEN_KEYS is not configured: without a key this server keeps no access to accounts, so none can be connected. Ask who runs it to set one.";

/** A button for each way to connect an account, with what it gives. */
export function ConnectPanel({
  offers,
  action,
  allowed,
  canKeep,
}: {
  offers: ConnectionOffer[];
  action: FormAction;
  /** The viewer's role may connect. */
  allowed: boolean;
  /** The server has a key to encrypt tokens with. */
  canKeep: boolean;
}) {
  return (
    <div id="connect" className="scroll-mt-16">
      <Panel>
        <PanelHead
          title="Connect an account"
          sub={
            allowed
              ? "You sign in at the platform and choose what may be read. Nothing is posted or changed there."
              : "Only members can connect accounts. Ask an admin of this workspace to make you one."
          }
        />
        <ul className="grid gap-px overflow-hidden rounded-b-[9px] border-t bg-line md:grid-cols-2">
          {offers.map((offer) => (
            <li
              key={offer.connection}
              className="flex items-start gap-3 bg-panel px-3.5 py-3 md:px-4"
            >
              <span className="flex h-5 items-center">
                <PlatformMark platform={offer.platform} />
              </span>
              <OfferText offer={offer} />
              {allowed && <Way offer={offer} action={action} canKeep={canKeep} />}
            </li>
          ))}
        </ul>
        {!canKeep && (
          <Notice kind="warn" foot>
            {NO_KEYS}
          </Notice>
        )}
      </Panel>
    </div>
  );
}

function OfferText({
  offer: { title, gives, recommended, unavailable },
}: {
  offer: ConnectionOffer;
}) {
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-2 font-strong">
        {title}
        {recommended && <Badge kind="accent">Recommended</Badge>}
      </p>
      <p className="text-xs/[18px] text-ink-2">{gives}</p>
      {recommended && <p className="text-xs/[18px] text-muted">{recommended}</p>}
      {unavailable && (
        <p className="mt-0.5 text-xs/[18px] text-warn-text">
          {unavailable} Ask who runs this server to set it.
        </p>
      )}
    </div>
  );
}

function Way({
  offer: { connection, title, unavailable },
  action,
  canKeep,
}: {
  offer: ConnectionOffer;
  action: FormAction;
  canKeep: boolean;
}) {
  if (unavailable || !canKeep) {
    return (
      <Button size="small" aria-disabled="true" data-tip={unavailable ?? NO_KEYS}>
        Connect
        <span className="sr-only">
          {` ${title}: not possible. `}
          {unavailable ?? NO_KEYS}
        </span>
      </Button>
    );
  }
  return (
    <ConnectButton action={action} connection={connection} name={title} look={{ size: "small" }}>
      Connect
    </ConnectButton>
  );
}
