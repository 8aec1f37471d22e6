import { renew } from "./auth.ts";
import { CliProblem } from "./problem.ts";
import { keepSession, readSession, type Session } from "./session.ts";
import { findServer, wantedUrl } from "./settings.ts";

/** As whom the server is asked, and where it is. */
export type Access = {
  appUrl: string;
  workspace: string | null;
  session: Session | null;
  /** A token that is good for now. */
  token: () => Promise<string>;
  /** Whether a new token could be had after the last was refused. */
  renewed: () => Promise<boolean>;
};

type Wanted = { url?: string; token?: string; workspace?: string };

const EARLY_SECONDS = 60;

/** By --token or its variable, else by the session that sign-in left. */
export async function findAccess(options: Wanted): Promise<Access> {
  const token = options.token ?? process.env.MEDIA_METRICS_TOKEN;
  const wanted = wantedUrl(options.url);
  const workspace = options.workspace ?? process.env.MEDIA_METRICS_WORKSPACE;
  const session = token ? null : await readSession();
  if (token) {
    const appUrl = wanted ?? findServer().appUrl;
    const fixed = { token: async () => token, renewed: async () => false };
    return { appUrl, workspace: workspace ?? null, session: null, ...fixed };
  }
  if (!session) {
    throw new CliProblem("Sign in first: npm run cli -- sign-in. Or give a token: --token.");
  }
  if (wanted && wanted !== session.appUrl) {
    throw new CliProblem(
      `You are signed in at ${session.appUrl}, not at ${wanted}. Sign in there first: sign-in.`,
    );
  }
  return { ...bySession(session), workspace: workspace ?? session.workspaceId };
}

function bySession(session: Session) {
  let current = session;
  let running: Promise<boolean> | null = null;
  /** One at a time: a refresh token works once. */
  function renewed() {
    running ??= renewOnce().finally(() => {
      running = null;
    });
    return running;
  }
  async function renewOnce() {
    // Another command may have renewed it meanwhile, or have chosen another workspace.
    const kept = await readSession().catch(() => null);
    const isOurs = kept?.appUrl === current.appUrl && kept.email === current.email;
    const isNewer = isOurs && kept.accessToken !== current.accessToken;
    if (isOurs) current = kept;
    if (!isNewer || isOver(current)) {
      const fresh = await renew(current);
      current = { ...current, ...fresh, email: fresh.email || current.email };
      await keepSession(current);
    }
    Object.assign(session, current);
    return true;
  }
  async function token() {
    if (isOver(current)) await renewed();
    return current.accessToken;
  }
  return { appUrl: session.appUrl, session, token, renewed };
}

const isOver = ({ expiresAt }: Session) => expiresAt - EARLY_SECONDS < Date.now() / 1000;
