import type { Account } from "./accounts.ts";
import { followersOf } from "./followers.ts";
import {
  batchOf,
  elementsPage,
  isMember,
  memberOf,
  needScope,
  ownAccount,
  type RestAsk,
} from "./linkedin-access.ts";
import { badParameter, notFound } from "./linkedin-refusal.ts";

const SCOPES = ["rw_organization_admin", "r_organization_social", "w_organization_social"];

/** `/rest/organizationAcls?q=roleAssignee`: the Pages of whoever signed in. */
export function organizationAcls(ask: RestAsk): object {
  const { query, token } = ask;
  query.only("q", "role", "state", "start", "count");
  if (query.text("q") !== "roleAssignee") throw badParameter("q");
  needScope(ask, "organizationAcls.FINDER-roleAssignee", ...SCOPES);
  const roles = token.accounts
    .filter((account) => !isMember(account))
    .map(({ id }) => ({
      role: "ADMINISTRATOR",
      organization: id,
      roleAssignee: memberOf(token).urn,
      state: "APPROVED",
    }))
    .filter(({ role, state }) => {
      const [askedRole = role, askedState = state] = [query.text("role"), query.text("state")];
      return role === askedRole && state === askedState;
    });
  return elementsPage(roles, query, 10);
}

/** `/rest/organizations`: names, by number. */
export function organizations(ask: RestAsk): object {
  const { query, key, method, token } = ask;
  needScope(ask, "organizations.GET", ...SCOPES);
  const find = (number: string) => {
    const urn = `urn:li:organization:${number}`;
    const account = token.accounts.find(({ id }) => id === urn);
    return account ? toOrganization(account) : null;
  };
  if (key !== null) {
    const organization = find(key);
    if (!organization) throw notFound(key);
    return organization;
  }
  query.only("ids");
  const ids = query.list("ids");
  if (!ids || method !== "BATCH_GET") throw badParameter("ids");
  return batchOf(ids, find);
}

/** `/rest/networkSizes/{organization}?edgeType=…`: how many follow a Page. */
export function networkSizes(ask: RestAsk): object {
  const { query, key, state } = ask;
  query.only("edgeType");
  needScope(ask, "networkSizes.GET", ...SCOPES);
  if (query.text("edgeType") !== "COMPANY_FOLLOWED_BY_MEMBER") throw badParameter("edgeType");
  const account = ownAccount(ask, key ?? undefined, "networkSizes.GET");
  if (isMember(account)) throw badParameter("urn");
  return { firstDegreeSize: followersOf(state.world, account) };
}

function toOrganization({ id, name, handle }: Account) {
  return {
    id: Number(id.split(":").at(-1)),
    localizedName: name,
    vanityName: handle.replaceAll(".", "-"),
    name: { localized: { en_US: name }, preferredLocale: { country: "US", language: "en" } },
    primaryOrganizationType: "NONE",
  };
}
