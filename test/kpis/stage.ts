import { company, type AccountProperties, type SettingsInput } from "@keyline/domain";
import { recalculate, recalculateFew, recalculatePass, rankPortal, type NumbersParts } from "../../src/kpis/index.ts";
import { openStage, type Stage } from "../check-ins/stage.ts";

export interface NumbersStage extends Stage {
  numbers: NumbersParts;
  /** One company; managed as a key account unless told otherwise. */
  account(name: string, properties?: Partial<AccountProperties>, extra?: Record<string, string>): Promise<string>;
  /** Puts a company below another. */
  below(childId: string, parentId: string): Promise<void>;
  noLongerBelow(childId: string, parentId: string): Promise<void>;
  /** A record with associations to others, by HubSpot's plain type or by a label. */
  make(object: string, extra: Record<string, string>, to?: readonly Tie[]): Promise<string>;
  /** A won deal of so much, closed on a day at noon UTC; `extra` says otherwise. */
  deal(companyId: string, amount: string, closedOn: string, extra?: Record<string, string>): Promise<string>;
  properties(id: string): Promise<{ [K in keyof AccountProperties]: AccountProperties[K] | null }>;
  recalculate(period: string, companyIds?: readonly string[]): ReturnType<typeof recalculate>;
  few(...ids: string[]): ReturnType<typeof recalculateFew>;
  pass(): ReturnType<typeof recalculatePass>;
  rank(): ReturnType<typeof rankPortal>;
}

export interface Tie {
  object: string;
  id: string;
  label?: string;
}

export const managed = { am_account_type: "key", am_rhythm: "monthly" } as const;

/** A portal of numbers in Riyadh, at nine on Sunday 22 November 2026. */
export async function openNumbers(settings: Partial<SettingsInput> = {}): Promise<NumbersStage> {
  const stage = await openStage(settings);
  const { hubspot, parts } = stage;
  const numbers = { hubspot, settings: parts.settings, now: parts.now };
  const make = async (object: string, extra: Record<string, string>, to: readonly Tie[] = []) => {
    const associations = await Promise.all(
      to.map(async (tie) => ({ to: tie.id, ...(await hubspot.associations.type(object, tie.object, tie.label)) })),
    );
    const { written, refused } = await hubspot.records(object).create([{ properties: {}, extra, associations }]);
    if (refused[0]) throw refused[0].problem;
    return written[0]?.id ?? "";
  };
  return {
    ...stage,
    numbers,
    make,
    async account(name, properties = managed, extra = {}) {
      const [id] = await stage.companies(1, properties, { name, ...extra });
      return id ?? "";
    },
    async below(childId, parentId) {
      await hubspot.associations.create("companies", "companies", [{ from: parentId, to: childId, typeId: 13 }]);
    },
    async noLongerBelow(childId, parentId) {
      await hubspot.associations.remove("companies", "companies", [{ from: parentId, to: childId }]);
    },
    deal: (companyId, amount, closedOn, extra = {}) =>
      make(
        "deals",
        {
          dealname: `Deal of ${amount}`,
          amount,
          closedate: `${closedOn}T12:00:00Z`,
          dealtype: "existingbusiness",
          dealstage: "closedwon",
          pipeline: "default",
          ...extra,
        },
        [{ object: "companies", id: companyId }],
      ),
    async properties(id) {
      const record = await hubspot.records(company).readOne(id);
      if (!record) throw new Error(`There is no company ${id}`);
      return record.properties;
    },
    recalculate: (period, companyIds) => recalculate(numbers, { period, ...(companyIds && { companyIds }) }),
    few: (...ids) => recalculateFew(numbers, ids),
    pass: () => recalculatePass(numbers),
    rank: () => rankPortal(numbers),
  };
}
