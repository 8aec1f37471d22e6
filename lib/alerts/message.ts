import type { DeliveryOrder } from "@/lib/alerts/claim";
import { incidentWords } from "@/lib/alerts/words";
import { exactMoment } from "@/lib/format/time";

type Told = Pick<DeliveryOrder, "incident" | "workspace_name" | "time_zone">;

/** An incident as an e-mail. `origin` is where this product is reached. */
export function mailOf({ incident, workspace_name, time_zone }: Told, origin: string) {
  const words = incidentWords(incident, time_zone);
  const mark = incident.is_test ? "[Test] " : incident.is_simulated ? "[Simulated] " : "";
  const { measured_at, source_name, source } = incident;
  const measured =
    measured_at &&
    `Measured ${exactMoment(measured_at, time_zone)}${source ? `, ${source_name ?? source}` : ""}.`;
  const text = [
    words.title,
    [words.what, words.next].filter(Boolean).join("\n"),
    incident.is_simulated && "Simulated: these numbers were made up by the simulator.",
    measured,
    new URL(words.href, origin).href,
    `Rule "${incident.rule_name}" of ${workspace_name}. One message for each time it comes true.\nWhat you are sent is yours to choose: ${new URL("/settings/alerts", origin).href}`,
  ];
  return {
    subject: `${mark}${words.title}`,
    text: `${text.filter(Boolean).join("\n\n")}\n`,
  };
}

/** An incident as a webhook's body: the same bytes for every attempt. */
export function bodyOf(
  {
    delivery_id,
    workspace_id,
    workspace_name,
    time_zone,
    incident,
  }: Told & Pick<DeliveryOrder, "delivery_id" | "workspace_id">,
  origin: string,
) {
  const { title, what, next, href } = incidentWords(incident, time_zone);
  const { rule_id, rule_name, is_test, detail: _detail, closed_at: _closed, ...facts } = incident;
  return JSON.stringify({
    id: delivery_id,
    type: is_test ? "test" : "incident.opened",
    workspace: { id: workspace_id, name: workspace_name },
    incident: {
      ...facts,
      rule: rule_id === null ? null : { id: rule_id, name: rule_name },
      title,
      what,
      next_step: next,
      link: new URL(href, origin).href,
    },
  });
}
