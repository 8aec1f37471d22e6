import { calendarDay } from "@/lib/format/time";

const formatters = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows in the zone at an instant. */
export function wallClock(at: number, zone: string) {
  let format = formatters.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      hourCycle: "h23",
    });
    formatters.set(zone, format);
  }
  const parts = format.formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return {
    year: part("year"),
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute"),
  };
}

/** The instant at which clocks in the zone show this; days and months beyond their end roll over. */
export function instantOf(
  zone: string,
  year: number,
  month: number,
  day = 1,
  hour = 0,
  minute = 0,
): number {
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  // The offset is known only at an instant: the second pass stands on the right side of a change.
  const near = wanted - offsetAt(wanted, zone);
  return wanted - offsetAt(near, zone);
}

function offsetAt(at: number, zone: string): number {
  const { year, month, day, hour, minute } = wallClock(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / 60_000) * 60_000;
}

/** "8 Nov", for axes and ranges whose year is told elsewhere. */
export function shortDay(at: number | string, zone: string): string {
  return calendarDay(new Date(at), zone).replace(/ \d+$/, "");
}

/** "2 – 21 Nov", "28 Oct – 3 Nov", "21 Nov". */
export function dayRange(from: number, to: number, zone: string): string {
  const [first, last] = [shortDay(from, zone), shortDay(to, zone)];
  if (first === last) return last;
  const [day, month] = first.split(" ");
  return last.endsWith(` ${month}`) ? `${day} – ${last}` : `${first} – ${last}`;
}
