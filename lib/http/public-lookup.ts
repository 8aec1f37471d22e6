import { type LookupAddress, lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Answers every address of a host, as `dns.lookup` with `all` does. */
export type LookupAll = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** True for an address on the public internet: not private, loopback, link-local, nor mapped or tunnelled. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === "unicast";
}

/**
 * A `lookup` for a socket that fails with code ENOTPUBLIC when any address of the host is not public.
 * The socket connects to what was checked here, so a name cannot point elsewhere in between.
 */
export function publicLookup(lookupAll: LookupAll = lookupEach): LookupFunction {
  return (host, { all }, done) => {
    lookupAll(host, (error, addresses) => {
      const [first] = addresses;
      if (error) return done(error, []);
      if (!first || addresses.some(({ address }) => !isPublicAddress(address))) {
        const refusal = new Error(`${host} does not lead to the public internet`);
        return done(Object.assign(refusal, { code: "ENOTPUBLIC" }), []);
      }
      if (all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

const lookupEach: LookupAll = (host, done) => systemLookup(host, { all: true }, done);
