import { z } from "zod";
import type { Access, ApiResult, Followers } from "../connected.ts";
import { count, oddity, payloadOf } from "../provider-values.ts";
import { type LinkedinApi, readLinkedin } from "./call.ts";
import { notNow } from "./refusal.ts";

const networkSize = z.object({ firstDegreeSize: count });

/** How many follow an organization's Page. */
export async function readOrganizationFollowers(
  api: LinkedinApi,
  access: Access,
): Promise<ApiResult<Followers>> {
  const called = await readLinkedin(api, access, {
    path: ["networkSizes", access.accountExternalId],
    query: { edgeType: "COMPANY_FOLLOWED_BY_MEMBER" },
  });
  if (called.kind === "refusal") return called.refusal;
  const read = networkSize.safeParse(called.body);
  if (!read.success) {
    return notNow(
      `LinkedIn answered with something other than a network's size (${oddity(read.error)}).`,
    );
  }
  return done(1, {
    kind: "counted",
    followers: read.data.firstDegreeSize,
    isRounded: false,
    source: "linkedin_org",
    payload: payloadOf(called.body),
  });
}

/** No call is made: there is none that tells it. */
export async function noMemberFollowers(): Promise<ApiResult<Followers>> {
  const detail = "LinkedIn does not tell apps how many follow a member.";
  return done(0, { kind: "missing", reason: "not_offered", detail });
}

function done(calls: number, value: Followers): ApiResult<Followers> {
  return { kind: "done", value, calls, usage: null, rejected: [] };
}
