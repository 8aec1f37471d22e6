const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

type Moment = string | Date;

/** A moment in the workspace's zone: today "08:40", this year "18 Nov, 14:05", else "18 Nov 2025". */
export function moment(at: Moment, zone: string, now: Date = new Date()): string {
  const then = wallClock(at, zone);
  const today = wallClock(now, zone);
  if (then.day === today.day && then.year === today.year && then.month === today.month) {
    return then.time;
  }
  const day = `${then.day} ${MONTHS[then.month - 1]}`;
  return then.year === today.year ? `${day}, ${then.time}` : `${day} ${then.year}`;
}

/** "18 Nov 2026". */
export function calendarDay(at: Moment, zone: string): string {
  const { day, month, year } = wallClock(at, zone);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** "18 Nov 2026, 14:05:09 Europe/Berlin", for hover and focus. */
export function exactMoment(at: Moment, zone: string): string {
  const { time, second } = wallClock(at, zone);
  return `${calendarDay(at, zone)}, ${time}:${second} ${zone}`;
}

/** From and to, said once where they read the same: "08:36 – 08:39". */
export function momentRange(from: Moment, to: Moment, zone: string, now: Date = new Date()) {
  const [first, last] = [moment(from, zone, now), moment(to, zone, now)];
  return first === last ? first : `${first} – ${last}`;
}

function wallClock(at: Moment, zone: string) {
  const parts = formatter(zone).formatToParts(new Date(at));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return {
    year: Number(part("year")),
    month: Number(part("month")),
    day: Number(part("day")),
    time: `${part("hour")}:${part("minute")}`,
    second: part("second"),
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

// Building a formatter costs more than a hundred uses of it, and a table asks for hundreds.
function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  formatters.set(zone, made);
  return made;
}
