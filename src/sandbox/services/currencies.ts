import { asObject, asText, queryLimit, required, type Json } from "../wire/read-json.ts";
import { invalid, notFound } from "../wire/refusal.ts";
import { batchBody, readInputs } from "./batch.ts";
import { defineService, ok, type Call } from "./service.ts";

interface ExchangeRate {
  id: string;
  fromCurrencyCode: string;
  toCurrencyCode: string;
  conversionRate: number;
  effectiveAt: string;
  visibleInUI: boolean;
  createdAt: string;
  updatedAt: string;
}

/** The account's currencies and their exchange rates (spec: multicurrency.json). */
export const currencies = defineService({
  name: "Currencies",
  routes: {
    "GET /settings/currencies/{version}/company-currency": {
      operation: "The account's own currency",
      handle: ({ portal }) => ok({ id: portal.settings.currency, createdAt: portal.now().toISOString() }),
    },
    "GET /settings/currencies/{version}/exchange-rates": {
      operation: "List rates, by currency",
      handle(call) {
        const limit = queryLimit(call.query, 100, 100);
        const wanted = (name: string, code: string) => (call.query.get(name) ?? code) === code;
        const after = Number(call.query.get("after") ?? 0);
        const all = [...rates(call).values()].filter(
          (rate) =>
            wanted("fromCurrencyCode", rate.fromCurrencyCode) &&
            wanted("toCurrencyCode", rate.toCurrencyCode) &&
            Number(rate.id) > after,
        );
        const results = all.slice(0, limit);
        return ok({ results, ...(all.length > limit ? { paging: { next: { after: results.at(-1)!.id } } } : {}) });
      },
    },
    "POST /settings/currencies/{version}/exchange-rates": {
      operation: "Create a rate",
      handle: (call) => ok(create(call, asObject(call.body))),
    },
    "POST /settings/currencies/{version}/exchange-rates/batch/create": {
      operation: "Create rates",
      handle: (call) =>
        ok(
          batchBody(
            call,
            readInputs(call.body).map((input) => create(call, input)),
          ),
        ),
    },
    "GET /settings/currencies/{version}/exchange-rates/current": {
      operation: "The rate of each currency now",
      handle(call) {
        const latest = new Map([...rates(call).values()].map((rate) => [rate.fromCurrencyCode, rate]));
        return ok({ results: [...latest.values()] });
      },
    },
    "GET /settings/currencies/{version}/exchange-rates/{id}": {
      operation: "Read a rate",
      handle: (call) => ok(need(call)),
    },
    "PATCH /settings/currencies/{version}/exchange-rates/{id}": {
      operation: "Change a rate",
      handle(call) {
        const rate = {
          ...need(call),
          conversionRate: readRate(asObject(call.body)),
          updatedAt: call.portal.now().toISOString(),
        };
        rates(call).put(rate.id, rate);
        return ok(rate);
      },
    },
  },
});

const rates = (call: Call) => call.portal.collection<ExchangeRate>("exchange-rates");

function need(call: Call): ExchangeRate {
  const found = rates(call).get(call.params.id!);
  if (found) return found;
  throw notFound(`Exchange rate ${call.params.id!} does not exist`);
}

function create(call: Call, body: Json): ExchangeRate {
  const fromCurrencyCode = asText(required(body, "fromCurrencyCode"), "fromCurrencyCode");
  if (!/^[A-Z]{3}$/.test(fromCurrencyCode)) throw invalid(`Invalid currency code: ${fromCurrencyCode}`);
  if (fromCurrencyCode === call.portal.settings.currency) throw invalid("The account's own currency needs no rate");
  const at = call.portal.now().toISOString();
  const rate: ExchangeRate = {
    id: String(call.portal.nextId("rate")),
    fromCurrencyCode,
    toCurrencyCode: call.portal.settings.currency,
    conversionRate: readRate(body),
    effectiveAt: body.effectiveAt === undefined ? at : asText(body.effectiveAt, "effectiveAt"),
    visibleInUI: true,
    createdAt: at,
    updatedAt: at,
  };
  rates(call).put(rate.id, rate);
  return rate;
}

function readRate(body: Json): number {
  const rate = required(body, "conversionRate");
  if (typeof rate === "number" && rate > 0) return rate;
  throw invalid(`conversionRate must be a positive number, was ${String(rate)}`);
}
