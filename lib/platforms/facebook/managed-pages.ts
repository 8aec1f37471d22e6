import { z } from "zod";
import type { FoundAccount, Grant } from "../connected.ts";
import { type Caller, type Graph, type GraphRead, getGraph } from "../meta/graph.ts";
import { pageOf } from "../meta/page-of.ts";
import { pictureUrl, text } from "../provider-values.ts";

const FIELDS =
  "id,name,username,link,picture{url},access_token,tasks,instagram_business_account{id,username,name,profile_picture_url}";
/** A hundred Pages each. */
const MAX_PAGES = 20;

const managed = z.object({
  id: z.string().min(1),
  name: text,
  username: text.nullish().catch(null),
  link: z
    .url({ protocol: /^https$/ })
    .nullish()
    .catch(null),
  picture: z
    .object({ data: z.object({ url: pictureUrl }) })
    .nullish()
    .catch(null),
  // Left out when the person may not act for the Page.
  access_token: z.string().min(1).nullish().catch(null),
  instagram_business_account: z
    .object({
      id: z.string().min(1),
      username: text.nullish(),
      name: text.nullish(),
      profile_picture_url: pictureUrl,
    })
    .nullish()
    .catch(null),
});

export type ManagedPage = z.output<typeof managed>;

/** The Pages whose token the person may hand us, or the read that failed. */
export async function listManagedPages(
  graph: Graph,
  caller: Caller,
): Promise<ManagedPage[] | Exclude<GraphRead, { kind: "read" }>> {
  const pages: ManagedPage[] = [];
  let after: string | null = null;
  for (let asked = 0; asked < MAX_PAGES; asked += 1) {
    const query: Record<string, string> = { fields: FIELDS, limit: "100", ...(after && { after }) };
    const { read } = await getGraph(graph, caller, "me/accounts", query);
    if (read.kind !== "read") return read;
    const list = pageOf(read.body);
    pages.push(...(list?.items ?? []).flatMap((item) => managed.safeParse(item).data ?? []));
    after = list?.cursor ?? null;
    if (after === null) break;
  }
  return pages.filter(({ access_token }) => access_token);
}

/** What a Page's token opens lasts as long as the person's consent: it has no end of its own. */
type Consent = Pick<Grant, "reconnectBy" | "scopes">;

export function pageAccount(page: ManagedPage, consent: Consent): FoundAccount {
  return {
    kind: "facebook_page",
    externalId: page.id,
    handle: page.username ?? null,
    name: page.name,
    avatarUrl: page.picture?.data.url ?? null,
    url: page.link ?? `https://www.facebook.com/${page.id}`,
    grant: pageGrant(page, consent),
  };
}

/** The professional Instagram account behind a Page, where there is one. */
export function linkedInstagram(page: ManagedPage, consent: Consent): FoundAccount[] {
  const linked = page.instagram_business_account;
  if (!linked) return [];
  return [
    {
      kind: "instagram_page",
      externalId: linked.id,
      handle: linked.username ?? null,
      name: linked.name || linked.username || page.name,
      avatarUrl: linked.profile_picture_url ?? null,
      url: linked.username ? `https://www.instagram.com/${linked.username}/` : null,
      grant: pageGrant(page, consent),
    },
  ];
}

function pageGrant({ access_token }: ManagedPage, consent: Consent): Grant {
  return { accessToken: access_token ?? "", accessExpiresAt: null, refreshToken: null, ...consent };
}
