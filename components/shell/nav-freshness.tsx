import {
  freshnessSummary,
  SOURCE_LEVELS,
  SOURCE_PLACES,
  sourceName,
} from "@/components/shell/source-words";
import { Freshness } from "@/components/ui/freshness";
import { Menu, MenuLink } from "@/components/ui/menu";
import type { SourceFreshness } from "@/lib/dashboard/freshness";
import { ageWords } from "@/lib/format/age";
import { moment } from "@/lib/format/time";

const LINE =
  "touch flex h-[30px] w-full items-center gap-2.5 rounded-md px-2 text-left text-ink-2 hover:bg-hover data-popup-open:bg-hover slim:h-9 slim:justify-center pointer-coarse:h-11";

/** At the foot of the navigation: how current the sources are, and each of them behind it. */
export function NavFreshness({
  sources,
  zone,
  now,
}: {
  /** Null: they could not be read. */
  sources: SourceFreshness[] | null;
  zone: string;
  now: Date;
}) {
  if (sources === null) return <NavFreshnessLine words="Sources could not be read" />;
  if (sources.length === 0) return null;
  const { level, words } = freshnessSummary(sources);
  return (
    <Menu
      align="start"
      wide
      triggerClass={LINE}
      note="Where the numbers come from, and when they last came"
      trigger={
        <>
          <span className="grid size-4 flex-none place-items-center">
            <Freshness level={level} />
          </span>
          <span className="truncate slim:sr-only">{words}</span>
        </>
      }
    >
      {sources.map((source) => (
        <MenuLink
          key={source.source}
          href={SOURCE_PLACES[source.kind]}
          title={
            <span className="flex items-center gap-2">
              <Freshness level={SOURCE_LEVELS[source.state]} />
              {sourceName(source.source)}
            </span>
          }
          end={
            <span
              className="text-xs text-muted"
              title={
                source.measured_at === null ? undefined : moment(source.measured_at, zone, now)
              }
            >
              {source.measured_at === null ? "never" : `${ageWords(source.measured_at, now)} ago`}
            </span>
          }
          detail={source.state === "fresh" ? null : source.reason}
        />
      ))}
    </Menu>
  );
}

/** Its place while the sources are read. */
export function NavFreshnessLoading() {
  return <NavFreshnessLine words="Reading the sources" />;
}

function NavFreshnessLine({ words }: { words: string }) {
  return (
    <p className={`${LINE} text-muted`}>
      <span className="grid size-4 flex-none place-items-center">
        <span className="size-[9px] rounded-full border-[1.5px] border-line" />
      </span>
      <span className="truncate slim:sr-only">{words}</span>
    </p>
  );
}
