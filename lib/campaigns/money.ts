/** Decimal text as an amount, digit by digit: "€12.50", "€1,284". `decimals` where more are wanted. */
export function money(amount: string, currency: string, decimals?: number) {
  const digits =
    decimals === undefined
      ? {}
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  // safe because amounts are decimal text from SQL, which Intl reads without making a float of it
  return format(currency, digits).format(amount as `${number}`);
}

/** At most 9,999 in full, then €12.3K, €1.28M. */
export function compactMoney(amount: string, currency: string) {
  const [whole = ""] = amount.split(".");
  if (whole.length <= 4) return money(amount, currency);
  const short = {
    notation: "compact",
    minimumFractionDigits: 1,
    maximumFractionDigits: 2,
  } as const;
  // safe as above
  return format(currency, short).format(amount as `${number}`);
}

/** What one of many cost: with two digits that say something, "€0.0013", at least cents. */
export function unitCost(amount: string, currency: string) {
  const [whole = "0", decimals = ""] = amount.split(".");
  if (whole !== "0") return compactMoney(amount, currency);
  const zeros = /^0*/.exec(decimals)?.[0].length ?? 0;
  return money(amount, currency, zeros === decimals.length ? 2 : Math.max(2, zeros + 2));
}

/** Whole units of the currency, rounded half up, for what draws whole numbers only. */
export function wholeUnits(amount: string) {
  const [whole = "0", decimals = ""] = amount.split(".");
  return String(BigInt(whole) + (decimals >= "5" ? 1n : 0n));
}

function format(currency: string, options: Intl.NumberFormatOptions) {
  return new Intl.NumberFormat("en-US", { style: "currency", currency, ...options });
}
