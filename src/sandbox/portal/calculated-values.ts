import type { ObjectType } from "../types/index.ts";
import type { Portal } from "./portal.ts";

type Values = Record<string, string | undefined>;

/** What HubSpot works out by itself from a record's own values; "" clears. `at` is the moment of the write. */
export function calculatedValues(
  portal: Portal,
  type: ObjectType,
  values: Values,
  at: string,
  before?: Values,
): Record<string, string> {
  switch (type.name) {
    case "deals":
      return dealValues(portal, values);
    case "tickets":
      return ticketValues(portal, values, at, before);
    case "tasks":
      return taskValues(values, at, before);
    case "line_items":
      return lineItemValues(values);
    case "users":
      return { hs_searchable_calculated_name: [values.hs_given_name, values.hs_family_name].filter(Boolean).join(" ") };
    default:
      return {};
  }
}

function dealValues(portal: Portal, values: Values): Record<string, string> {
  const stage = values.dealstage ? portal.pipelines.withStage("0-3", values.dealstage)?.stage : undefined;
  const probability = stage?.metadata.probability ?? "";
  const isClosed = stage?.metadata.isClosed === "true";
  const isWon = isClosed && Number(probability) === 1;
  const home = homeAmount(portal, values);
  const weighted = (amount: string) =>
    amount === "" || probability === "" ? "" : plain(Number(amount) * Number(probability));
  return {
    amount_in_home_currency: home,
    hs_is_closed: String(isClosed),
    hs_is_closed_won: String(isWon),
    hs_is_closed_lost: String(isClosed && !isWon),
    hs_deal_stage_probability: probability,
    hs_closed_amount: isWon ? (values.amount ?? "0") : "0",
    hs_closed_amount_in_home_currency: isWon ? home || "0" : "0",
    hs_projected_amount: weighted(values.amount ?? ""),
  };
}

/** The amount in the account's currency; nothing when no exchange rate leads there. */
function homeAmount(portal: Portal, values: Values): string {
  if (values.amount === undefined) return "";
  const from = values.deal_currency_code ?? portal.settings.currency;
  if (from === portal.settings.currency) return values.amount;
  const rates = portal.collection<{ conversionRate: number; fromCurrencyCode: string }>("exchange-rates");
  const rate = [...rates.values()].findLast(({ fromCurrencyCode }) => fromCurrencyCode === from);
  return rate ? plain(Number(values.amount) * rate.conversionRate) : "";
}

function ticketValues(portal: Portal, values: Values, at: string, before?: Values): Record<string, string> {
  const stageOf = (each?: Values) =>
    each?.hs_pipeline_stage ? portal.pipelines.withStage("0-5", each.hs_pipeline_stage)?.stage : undefined;
  const isClosed = stageOf(values)?.metadata.ticketState === "CLOSED";
  const wasClosed = stageOf(before)?.metadata.ticketState === "CLOSED";
  const closedAt = isClosed ? (wasClosed ? (values.closed_date ?? at) : (changedOnly(values, before) ?? at)) : "";
  return {
    hs_is_closed: String(isClosed),
    hs_ticket_id: values.hs_object_id ?? "",
    closed_date: closedAt,
    time_to_close: isClosed && values.createdate ? String(Date.parse(closedAt) - Date.parse(values.createdate)) : "",
  };
}

/** A close date that came with the same write, which is kept. */
const changedOnly = (values: Values, before?: Values) =>
  values.closed_date !== before?.closed_date ? values.closed_date : undefined;

function taskValues(values: Values, at: string, before?: Values): Record<string, string> {
  const isDone = values.hs_task_status === "COMPLETED";
  const wasDone = before?.hs_task_status === "COMPLETED";
  return {
    // A task made without a status is one to do, as in HubSpot's own form (memory).
    hs_task_status: values.hs_task_status ?? "NOT_STARTED",
    hs_task_is_completed: String(isDone),
    hs_task_completion_date: isDone ? (wasDone ? (values.hs_task_completion_date ?? at) : at) : "",
  };
}

function lineItemValues(values: Values): Record<string, string> {
  if (values.price === undefined || values.quantity === undefined) return {};
  const gross = Number(values.price) * Number(values.quantity);
  const share = 1 - Number(values.hs_discount_percentage ?? 0) / 100;
  return { amount: plain(gross * share - Number(values.discount ?? 0) * Number(values.quantity)) };
}

const plain = (amount: number) => String(Math.round(amount * 1e6) / 1e6);
