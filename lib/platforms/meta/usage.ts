import { z } from "zod";
import { readExactJson } from "../../http/exact-json.ts";
import type { LimitOwner, Usage } from "../connected.ts";

const percent = z.number().nonnegative().catch(0);
const share = z.object({ call_count: percent, total_time: percent, total_cputime: percent });
const businessShare = share.extend({ estimated_time_to_regain_access: percent });

/** Meta sends these headers only once enough was asked: null is normal. The tightest limit counts. */
export function usageOf(headers: Headers): Usage | null {
  const app = read(
    headers.get("x-app-usage"),
    share.transform((one) => [one]),
  );
  const accounts = read(
    headers.get("x-business-use-case-usage"),
    z
      .record(z.string(), z.array(businessShare))
      .transform((byObject) => Object.values(byObject).flat()),
  );
  return tighter(usageIn(app, "app"), usageIn(accounts, "account"));
}

/** Of two answers, what is tighter. */
export function tighter(one: Usage | null, other: Usage | null): Usage | null {
  if (!one || !other) return one ?? other;
  const regain = Math.max(one.regainAfterSeconds ?? 0, other.regainAfterSeconds ?? 0);
  return {
    ...(one.percent > other.percent ? one : other),
    regainAfterSeconds: regain > 0 ? regain : null,
  };
}

type Share = z.output<typeof share> | z.output<typeof businessShare>;

function usageIn(shares: Share[], limit: LimitOwner): Usage | null {
  if (shares.length === 0) return null;
  const minutes = Math.max(0, ...shares.map(regainMinutes));
  return {
    percent: Math.max(
      ...shares.flatMap((each) => [each.call_count, each.total_time, each.total_cputime]),
    ),
    regainAfterSeconds: minutes > 0 ? Math.ceil(minutes * 60) : null,
    limit,
  };
}

function regainMinutes(each: Share) {
  return "estimated_time_to_regain_access" in each ? each.estimated_time_to_regain_access : 0;
}

// A header that we cannot read is no reason to lose the answer.
function read<T extends Share>(header: string | null, shape: z.ZodType<T[]>): T[] {
  return header === null ? [] : (shape.safeParse(readExactJson(header)).data ?? []);
}
