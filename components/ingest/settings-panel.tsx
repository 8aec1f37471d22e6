import type { KnownCost } from "@/components/ingest/cost-words";
import { SettingsForm } from "@/components/ingest/settings-form";
import { valuesOf } from "@/components/ingest/settings-values";
import { goesOn } from "@/components/jobs/wait-words";
import type { FormAction } from "@/components/ui/form-state";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { type Me, type Member, whoCan } from "@/components/workspaces/role-names";
import { moment } from "@/lib/format/time";
import type { IngestSettings } from "@/lib/ingest/queries";
import { mayAs } from "@/lib/workspaces/schema";

/** The settings of ingest; who may not change them reads them. */
export function SettingsPanel({
  settings,
  nextSlotAt,
  cost,
  action,
  me,
  members,
  zone,
  now,
}: {
  settings: IngestSettings;
  nextSlotAt: string;
  cost: KnownCost | null;
  action: FormAction;
  me: Me;
  members: Member[];
  zone: string;
  now: Date;
}) {
  const locked = !mayAs(me.role, "admin");
  const { token_hint, token_set_at, has_server_token, can_keep_token } = settings;
  return (
    <Panel>
      <PanelHead
        title="What is brought in"
        sub={locked ? whoCan("admin", "change these", members) : changedWords(settings, zone, now)}
      />
      <PanelBody>
        <SettingsForm
          // What was saved meanwhile, also by others, replaces what the form began with.
          key={settings.updated_at ?? "defaults"}
          action={action}
          values={valuesOf(settings)}
          maxItems={settings.max_items}
          scheduled={settings.is_scheduled}
          next={goesOn(nextSlotAt, zone, now)}
          token={{
            hint: token_hint,
            since: token_set_at && moment(token_set_at, zone, now),
            server: has_server_token,
            keeps: can_keep_token,
          }}
          cost={cost}
          locked={locked}
          zone={zone}
          readAt={now.toISOString()}
        />
      </PanelBody>
    </Panel>
  );
}

function changedWords(
  { is_default, updated_at, updated_by }: IngestSettings,
  zone: string,
  now: Date,
) {
  if (is_default || updated_at === null) {
    return "Nothing saved yet: what stands here is this server’s own, without a schedule";
  }
  const who = updated_by ? ` by ${updated_by}` : "";
  return `Last changed ${moment(updated_at, zone, now)}${who}`;
}
