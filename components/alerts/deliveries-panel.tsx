import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelHead } from "@/components/ui/panel";
import { type State, StateGlyph } from "@/components/ui/state-glyph";
import type { Delivery } from "@/lib/alerts/queries";
import { counted } from "@/lib/format/count";
import { moment } from "@/lib/format/time";

const STATES: Record<Delivery["state"], { state: State; label: string }> = {
  queued: { state: "waiting", label: "Waiting" },
  sending: { state: "running", label: "Sending" },
  sent: { state: "succeeded", label: "Sent" },
  failed: { state: "failed", label: "Failed" },
};

/** What was sent last by e-mail and webhook, what went wrong, and when it is tried again. */
export function DeliveriesPanel({
  deliveries,
  zone,
  now,
}: {
  deliveries: Delivery[];
  zone: string;
  now: Date;
}) {
  return (
    <Panel>
      <PanelHead
        title="Last sent"
        sub="By e-mail and webhook. What is not taken is tried eight times over half a day"
      />
      {deliveries.length === 0 ? (
        <EmptyState>Nothing was sent yet. “Test” in a rule’s menu sends a message now.</EmptyState>
      ) : (
        <ul className="border-t">
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} zone={zone} now={now} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function DeliveryRow({ delivery, zone, now }: { delivery: Delivery; zone: string; now: Date }) {
  const { channel, recipient, state, attempts, error, next_attempt_at, rule_name } = delivery;
  const told = delivery.finished_at ?? delivery.created_at;
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b px-3.5 py-2.5 last:border-b-0 md:px-4">
      <span className="w-20 flex-none text-xs/5">
        <StateGlyph {...STATES[state]} />
      </span>
      <div className="min-w-0 flex-1 basis-56">
        <p className="wrap-anywhere">
          {channel === "email" ? "E-mail" : "Webhook"} to {recipient}
          {delivery.is_test && (
            <>
              {" "}
              <Badge kind="partial">Test</Badge>
            </>
          )}
        </p>
        {error && <p className="text-xs/[18px] text-ink-2 wrap-anywhere">{error}</p>}
        <p className="text-xs/[18px] text-muted wrap-anywhere">
          {[
            rule_name,
            moment(told, zone, now),
            attempts > 1 && counted(attempts, "attempt"),
            next_attempt_at && attempts > 0 && `tried again ${moment(next_attempt_at, zone, now)}`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
    </li>
  );
}
