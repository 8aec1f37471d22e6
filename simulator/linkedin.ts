import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { answer } from "./answer.ts";
import { bearerOf, tokenOfHeader } from "./bearer.ts";
import { withFaults } from "./fault-answers.ts";
import type { RestAsk } from "./linkedin-access.ts";
import { linkedinLoginRoutes } from "./linkedin-login.ts";
import { memberAnalytics } from "./linkedin-member-analytics.ts";
import { networkSizes, organizationAcls, organizations } from "./linkedin-organizations.ts";
import { linkedinPosts } from "./linkedin-posts.ts";
import { LinkedinRefusal, linkedinWording, notFound, unauthorized } from "./linkedin-refusal.ts";
import { readPathPart, readRestliQuery } from "./linkedin-restli.ts";
import { socialActions, socialMetadata } from "./linkedin-social.ts";
import { shareStatistics } from "./linkedin-statistics.ts";
import type { State } from "./state.ts";

const QUERY_MAX_BYTES = 4000;

/** By resource: what answers it, and under which name it is counted. */
const RESOURCES: Record<string, { name: string; read: (ask: RestAsk) => object }> = {
  posts: { name: "posts", read: linkedinPosts },
  organizationAcls: { name: "organizationAcls", read: organizationAcls },
  organizations: { name: "organizations", read: organizations },
  networkSizes: { name: "networkSizes", read: networkSizes },
  organizationalEntityShareStatistics: { name: "shareStatistics", read: shareStatistics },
  memberCreatorPostAnalytics: { name: "memberAnalytics", read: memberAnalytics },
  socialMetadata: { name: "socialMetadata", read: socialMetadata },
  socialActions: { name: "socialActions", read: socialActions },
};

/** LinkedIn: its OAuth server, and the versioned API for organizations and members. */
export function linkedinRoutes(state: State) {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.route("/", linkedinLoginRoutes(state));
  routes.use("/rest/*", withFaults(state, "linkedin", linkedinWording, operationOf));
  routes.on(["GET", "POST"], "/rest/*", async (context) => {
    try {
      return answer({ status: 200, body: await read(state, context) });
    } catch (error) {
      if (error instanceof LinkedinRefusal) return answer(error.answer());
      throw error;
    }
  });
  return routes;
}

async function read(state: State, { req }: Context) {
  const bearer = bearerOf(state, "linkedin", tokenOfHeader(req.header("authorization")));
  if (bearer.kind === "dead") throw unauthorized(bearer.why);
  const version = readVersion(state, req.header("linkedin-version"));
  if (req.header("x-restli-protocol-version") !== "2.0.0") {
    throw new LinkedinRefusal(400, "X-RestLi-Protocol-Version must be 2.0.0");
  }
  const { pathname, search } = new URL(req.url);
  if (search.length - 1 > QUERY_MAX_BYTES) throw new LinkedinRefusal(414, "URI Too Long");
  // A long query comes as the body of a POST.
  const tunnelled = req.method === "POST";
  if (tunnelled && req.header("x-http-method-override") !== "GET") {
    throw new LinkedinRefusal(405, "Method not allowed");
  }
  const raw = tunnelled ? await req.text() : search;
  const parts = pathname.split("/rest/")[1]?.split("/").map(readPathPart) ?? [];
  const [resource = "", key = null, below = null] = parts;
  const known = Object.hasOwn(RESOURCES, resource) ? RESOURCES[resource] : undefined;
  if (!known) throw notFound(resource);
  return known.read({
    state,
    token: bearer.token,
    version,
    key,
    below,
    query: readRestliQuery(raw),
    method: req.header("x-restli-method") ?? null,
  });
}

function readVersion(state: State, asked: string | undefined) {
  if (!asked) {
    throw new LinkedinRefusal(400, "A version must be present. Please specify a version.", {
      code: "VERSION_MISSING",
    });
  }
  const now = new Date(state.world.now()).toISOString().slice(0, 7).replace("-", "");
  const dead = state.settings.deadLinkedinVersions.includes(asked);
  if (!/^\d{6}$/.test(asked) || dead || asked > now) {
    throw new LinkedinRefusal(426, `Requested version ${asked} is not active`, {
      code: "NONEXISTENT_VERSION",
    });
  }
  return Number(asked);
}

function operationOf(path: string) {
  const resource = path.split("/rest/")[1]?.split("/")[0] ?? "";
  return RESOURCES[resource]?.name ?? "unknown";
}
