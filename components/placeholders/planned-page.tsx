import { ChevronRight, CircleDashed } from "lucide-react";
import { PlannedPrivacy } from "@/components/placeholders/planned-privacy";
import type { PlannedWords } from "@/components/placeholders/planned-words";
import { Page } from "@/components/shell/page";
import { PLACES } from "@/components/shell/places";
import { Badge } from "@/components/ui/badge";
import { Panel, PanelHead } from "@/components/ui/panel";
import { Row, RowList } from "@/components/ui/row-list";

/** A page that is planned: what will be there, what works meanwhile, and for whose eyes it will be. */
export function PlannedPage({ words, mayAct }: { words: PlannedWords; mayAct: boolean }) {
  const { place, summary, coming, today, privateToday, privateThen } = words;
  const { label } = PLACES[place];
  return (
    <Page title={label} badge={<Badge>Planned</Badge>} sub={summary}>
      <div className="grid gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
        <Panel>
          <PanelHead title="What will be here" sub="Planned; nothing is collected for it yet" />
          <ul className="border-t">
            {coming.map(({ title, text }) => (
              <li key={title} className="flex gap-3 border-b px-3.5 py-3.5 last:border-b-0 md:px-4">
                <CircleDashed aria-hidden="true" className="mt-1 text-muted" />
                <div className="max-w-prose min-w-0">
                  <h3 className="text-md/6 font-strong">{title}</h3>
                  <p className="text-ink-2">{text}</p>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel>
          <PanelHead title="What works today" sub="And comes near it" />
          <RowList>
            {today
              .filter(({ forMembers }) => mayAct || !forMembers)
              .map(({ place, text }) => (
                <Near key={place} place={place} text={text} />
              ))}
          </RowList>
        </Panel>
      </div>
      <PlannedPrivacy label={label} today={privateToday} then={privateThen} />
    </Page>
  );
}

function Near({ place, text }: Pick<PlannedWords["today"][number], "place" | "text">) {
  const { href, label, Icon } = PLACES[place];
  return (
    <Row
      href={href}
      lead={<Icon aria-hidden="true" className="text-muted" />}
      title={label}
      meta={text}
      end={<ChevronRight aria-hidden="true" className="mt-0.5 text-muted" />}
    />
  );
}
