import { z } from "zod";
import { readExactJson } from "../../http/exact-json.ts";
import { fetchText } from "../../http/fetch-text.ts";
import type { FoundAccount, Grant, LoginResult } from "../connected.ts";
import { type Refusal, refusedLogin } from "../oauth/refused-login.ts";
import { pictureUrl, text } from "../provider-values.ts";
import { type Caller, type LinkedinApi, readLinkedin } from "./call.ts";
import { linkedinRefusal, notNow } from "./refusal.ts";

const PAGE_SIZE = 100;
const ORGANIZATION = /^urn:li:organization:(\d+)$/;

const NEEDS_REVIEW =
  "LinkedIn shows numbers of posts only to apps that passed its review of the Community Management API.";

type Found = { kind: "found"; accounts: FoundAccount[] } | Refusal;

const acl = z.object({
  // Both names are about.
  organization: z.string().nullish(),
  organizationTarget: z.string().nullish(),
  role: z.string().nullish(),
});
const aclList = z.object({ elements: z.array(z.unknown()) });

const organization = z.object({
  localizedName: text.nullish().catch(null),
  vanityName: text.nullish().catch(null),
});
const organizations = z.object({ results: z.record(z.string(), organization.catch({})) });

const person = z.object({
  sub: z.string().min(1),
  name: text.nullish().catch(null),
  picture: pictureUrl,
});

/** What a LinkedIn consent opens: the Pages that the person administers, and their own posts. */
export async function findAccounts(
  api: LinkedinApi,
  userinfoUrl: string,
  grant: Grant,
  signal: AbortSignal,
): Promise<LoginResult<FoundAccount[]>> {
  const caller = { accessToken: grant.accessToken, signal };
  const accounts: FoundAccount[] = [];
  const ways = [
    { scope: "rw_organization_admin", find: () => findPages(api, caller, grant) },
    { scope: "r_member_postAnalytics", find: () => findMember(api, userinfoUrl, caller, grant) },
  ].filter(({ scope }) => grant.scopes.includes(scope));
  let refused = "";
  for (const { find } of ways) {
    const found = await find();
    if (found.kind === "found") accounts.push(...found.accounts);
    // What LinkedIn does not allow for Pages says nothing about the member.
    else if (found.kind === "failed" && found.code === "permission") refused = ` ${found.detail}`;
    else return refusedLogin(found);
  }
  if (accounts.length > 0) return { kind: "done", value: accounts };
  const detail =
    ways.length > 0
      ? `This LinkedIn member administers no Page, or the app may not read it. ${NEEDS_REVIEW}${refused}`
      : `LinkedIn granted nothing that opens numbers. ${NEEDS_REVIEW}`;
  return { kind: "nothing", detail };
}

async function findPages(api: LinkedinApi, caller: Caller, grant: Grant): Promise<Found> {
  const ids: string[] = [];
  for (let start = 0; ; start += PAGE_SIZE) {
    const called = await readLinkedin(api, caller, {
      path: ["organizationAcls"],
      method: "FINDER",
      query: { q: "roleAssignee", state: "APPROVED", start, count: PAGE_SIZE },
    });
    if (called.kind === "refusal") return called.refusal;
    const list = aclList.safeParse(called.body);
    if (!list.success)
      return notNow("LinkedIn answered with something other than a list of roles.");
    for (const element of list.data.elements) ids.push(...administered(element));
    if (list.data.elements.length < PAGE_SIZE) break;
  }
  const unique = [...new Set(ids)];
  const names = await namesOf(api, caller, unique);
  return { kind: "found", accounts: unique.map((id) => pageAccount(id, names[id], grant)) };
}

// Other roles see less than the statistics.
function administered(element: unknown) {
  const { organization, organizationTarget, role } = acl.safeParse(element).data ?? {};
  const [, id] = ORGANIZATION.exec(organization ?? organizationTarget ?? "") ?? [];
  return id && (role ?? "ADMINISTRATOR") === "ADMINISTRATOR" ? [id] : [];
}

/** A Page without its name is still a Page: a refusal here costs the names alone. */
async function namesOf(api: LinkedinApi, caller: Caller, ids: string[]) {
  if (ids.length === 0) return {};
  const called = await readLinkedin(api, caller, {
    path: ["organizations"],
    method: "BATCH_GET",
    query: { ids },
  });
  if (called.kind === "refusal") return {};
  return organizations.safeParse(called.body).data?.results ?? {};
}

function pageAccount(
  id: string,
  named: z.output<typeof organization> | undefined,
  grant: Grant,
): FoundAccount {
  return {
    kind: "linkedin_organization",
    externalId: `urn:li:organization:${id}`,
    handle: named?.vanityName ?? null,
    name: named?.localizedName ?? `LinkedIn Page ${id}`,
    avatarUrl: null,
    url: `https://www.linkedin.com/company/${named?.vanityName ?? id}/`,
    grant,
  };
}

async function findMember(
  api: LinkedinApi,
  userinfoUrl: string,
  { accessToken, signal }: Caller,
  grant: Grant,
): Promise<Found> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const answer = await fetchText({
    url: new URL(userinfoUrl),
    headers,
    signal,
    limits: api.limits,
  });
  if (answer.kind === "unanswered") return notNow(answer.detail);
  const body = readExactJson(answer.text);
  if (answer.status !== 200) {
    return linkedinRefusal(answer, body, { accessToken, nowMs: api.now() });
  }
  const read = person.safeParse(body);
  if (!read.success) return notNow("LinkedIn did not say who signed in.");
  const { sub, name, picture } = read.data;
  const account: FoundAccount = {
    kind: "linkedin_member",
    externalId: `urn:li:person:${sub}`,
    handle: null,
    name: name ?? "LinkedIn member",
    avatarUrl: picture ?? null,
    url: null,
    grant,
  };
  return { kind: "found", accounts: [account] };
}
