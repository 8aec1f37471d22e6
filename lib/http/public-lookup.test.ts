import { describe, expect, it } from "vitest";
import { isPublicAddress, publicLookup } from "./public-lookup.ts";

describe("isPublicAddress", () => {
  it.each([
    ["142.250.185.78", true],
    ["2a00:1450:4001:82a::200e", true],
    ["127.0.0.1", false],
    ["10.1.2.3", false],
    ["172.16.0.1", false],
    ["192.168.1.1", false],
    ["100.64.0.1", false],
    ["169.254.169.254", false],
    ["0.0.0.0", false],
    ["224.0.0.1", false],
    ["::1", false],
    ["::", false],
    ["fe80::1", false],
    ["fd00::1", false],
    ["::ffff:127.0.0.1", false],
    ["::ffff:142.250.185.78", false],
    ["::ffff:a00:1", false],
    ["64:ff9b::7f00:1", false],
    ["2002:7f00:1::", false],
    ["localhost", false],
  ])("%s: %s (invariant 36)", (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});

describe("publicLookup", () => {
  it("refuses a host when one of its addresses is private (invariant 36)", () => {
    const lookup = publicLookup((_, done) =>
      done(null, [
        { address: "142.250.185.78", family: 4 },
        { address: "10.0.0.7", family: 4 },
      ]),
    );
    lookup("vm.tiktok.com", { all: true }, (error, addresses) => {
      expect(error).toMatchObject({ code: "ENOTPUBLIC" });
      expect(addresses).toEqual([]);
    });
    expect.assertions(2);
  });

  it("hands on the addresses of a public host", () => {
    const addresses = [{ address: "142.250.185.78", family: 4 }];
    publicLookup((_, done) => done(null, addresses))("youtu.be", { all: true }, (error, found) => {
      expect([error, found]).toEqual([null, addresses]);
    });
    expect.assertions(1);
  });
});
