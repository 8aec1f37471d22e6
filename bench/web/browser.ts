import { chromium } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, findChromium } from "../../scripts/chromium.ts";
import { freePort } from "../../scripts/ports.ts";
import { signInPerson } from "../../scripts/stack/connect-account.ts";

type Site = {
  appUrl: string;
  supabaseUrl: string;
  publishableKey: string;
  email: string;
  password: string;
};

/** A browser that Lighthouse can steer through `port`, in a profile that can be signed in. */
export async function openBrowser(site: Site, profile: string) {
  const port = await freePort();
  const { path } = findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    args: [...CHROMIUM_ARGUMENTS, `--remote-debugging-port=${port}`],
  });
  return {
    port,
    path,
    read: async (address: string) =>
      (await context.request.get(new URL(address, site.appUrl).href)).text(),
    async signIn() {
      const { cookie } = await signInPerson(site.supabaseUrl, site.publishableKey, site);
      const cookies = cookie.split("; ").map((pair) => {
        const [name = "", ...value] = pair.split("=");
        return { name, value: value.join("="), url: site.appUrl };
      });
      await context.addCookies(cookies);
    },
    close: () => context.close(),
  };
}
