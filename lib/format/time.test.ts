import { describe, expect, it } from "vitest";
import { calendarDay, exactMoment, moment, momentRange } from "@/lib/format/time";

const now = new Date("2026-11-20T07:40:00Z");
const zone = "Europe/Berlin";

describe("moment", () => {
  it.each([
    ["2026-11-20T07:36:00Z", "08:36"],
    ["2026-11-19T23:05:00Z", "00:05"],
    ["2026-11-19T22:14:00Z", "19 Nov, 23:14"],
    ["2026-09-18T12:05:00Z", "18 Sep, 14:05"],
    ["2025-11-18T12:05:00Z", "18 Nov 2025"],
  ])("%s is shown in the zone as %s", (at, shown) => {
    expect(moment(at, zone, now)).toBe(shown);
  });

  it("depends on the zone, not on the server", () => {
    expect(moment("2026-11-20T07:36:00Z", "America/Los_Angeles", now)).toBe("23:36");
  });

  it("says a range once when both ends read the same", () => {
    expect(momentRange("2026-11-20T07:36:01Z", "2026-11-20T07:36:40Z", zone, now)).toBe("08:36");
    expect(momentRange("2026-11-20T07:36:01Z", "2026-11-20T07:39:00Z", zone, now)).toBe(
      "08:36 – 08:39",
    );
  });
});

describe("full dates", () => {
  it("name the day and, where asked, the second and the zone", () => {
    expect(calendarDay("2026-11-02T23:30:00Z", zone)).toBe("3 Nov 2026");
    expect(exactMoment("2026-11-18T13:05:09Z", zone)).toBe("18 Nov 2026, 14:05:09 Europe/Berlin");
  });
});
