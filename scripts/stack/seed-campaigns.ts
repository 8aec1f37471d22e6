import { z } from "zod";

const listed = z.object({ items: z.array(z.object({ id: z.number() })) });
const made = z.object({ id: z.string() });

const CAMPAIGNS = [
  {
    about: {
      name: "Autumn launch",
      state: "live",
      currency: "EUR",
      note: "Creators and own channels for the autumn range. Prices as agreed in September.",
    },
    posts: "?sort=views&limit=14",
    /** What a post cost; the last ones have no price yet. */
    prices: ["1200", "850.50", "0", "640", "1450", "99.90", "320", "275", "510.25"],
  },
  {
    about: { name: "Always on", state: "active", currency: "EUR" },
    posts: "?sort=published_at&limit=6",
    prices: [],
  },
] as const;

/** Gives a workspace without campaigns two of its simulated posts, through the product's own API. */
export async function seedCampaigns(appUrl: string, accessToken: string) {
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(new URL(`/api/v1/${path}`, appUrl), {
      method,
      headers: { authorization: `Bearer ${accessToken}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text);
  }
  if (z.object({ total: z.number() }).parse(await call("GET", "campaigns")).total > 0) return;
  for (const { about, posts, prices } of CAMPAIGNS) {
    const ids = listed.parse(await call("GET", `posts${posts}`)).items.map(({ id }) => id);
    if (ids.length === 0) return;
    const { id } = made.parse(await call("POST", "campaigns", about));
    await call("POST", `campaigns/${id}/posts`, { posts: ids });
    for (const [place, price] of prices.entries()) {
      const post = ids[place];
      if (post !== undefined) await call("PATCH", `campaigns/${id}/posts`, { post, price });
    }
  }
}
