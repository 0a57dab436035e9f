import { defineService, ok } from "./service.ts";

/** What the account is (spec: accountInfo.json). */
export const accountInfo = defineService({
  name: "Account information",
  routes: {
    "GET /account-info/{version}/details": {
      operation: "Portal id, time zone, currencies",
      handle({ portal }) {
        const { portalId, timeZone, currency } = portal.settings;
        const offset = utcOffsetMinutes(timeZone, portal.now());
        const sign = offset < 0 ? "-" : "+";
        const two = (number: number) => String(Math.floor(Math.abs(number))).padStart(2, "0");
        const rates = portal.collection<{ fromCurrencyCode: string }>("exchange-rates");
        return ok({
          portalId,
          accountType: "STANDARD",
          timeZone,
          companyCurrency: currency,
          additionalCurrencies: [...new Set([...rates.values()].map(({ fromCurrencyCode }) => fromCurrencyCode))],
          utcOffset: `${sign}${two(offset / 60)}:${two(offset % 60)}`,
          utcOffsetMilliseconds: offset * 60_000,
          uiDomain: "app.hubspot.com",
          dataHostingLocation: "na1",
        });
      },
    },
  },
});

function utcOffsetMinutes(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(at);
  const text = parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(text) ?? [];
  if (!sign) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
