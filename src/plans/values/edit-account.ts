import { company, type AccountEdit, type EditAccount, type PlanWritten } from "@keyline/domain";
import { mergeEdit, readCompanyRecord, type Desk } from "../../desk/index.ts";
import { saved } from "../cards/saved.ts";
import { companyExtra } from "../read-account.ts";
import { accountProperties, accountValuesOf } from "./account-values.ts";
import { changedMeanwhile } from "./edit-plan.ts";

/** Profile, factors or contract of the company, as somebody wants them now. */
export async function editAccount(desk: Desk, asked: EditAccount): Promise<PlanWritten> {
  const { companyId, planKey, expected, wanted } = asked;
  const { hubspot, settings, currency } = desk;
  const record = await readCompanyRecord(hubspot, companyId, { extra: companyExtra(settings) });
  const { change, clash } = mergeEdit<AccountEdit>(expected, wanted, accountValuesOf(record, settings, currency));
  if (clash) throw changedMeanwhile(clash);
  if (Object.keys(change).length > 0) {
    const write = accountProperties(change, record, settings, currency);
    const { refused } = await hubspot.records(company).update([{ id: record.id, ...write }]);
    if (refused[0]) throw refused[0].problem;
  }
  return saved(desk, { companyId, planKey });
}
