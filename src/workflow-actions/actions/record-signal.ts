import { dateIn, signalKinds, timeZoneOf } from "@keyline/domain";
import { z } from "zod";
import { readCompanyRecord, wrongField } from "../../desk/index.ts";
import { writeSignal } from "../../kpis/index.ts";
import { defineAction } from "../define-action.ts";
import { optional, plainDateInput } from "../inputs.ts";

/** A dated fact worth counting: a referral, a testimonial, a risk or a change. The numbers follow by the webhook of the record. */
export const recordSignal = defineAction({
  uid: "keyline_record_signal",
  path: "/workflow-actions/record-signal",
  input: z.object({
    kind: signalKinds.schema,
    about: optional(z.string().max(200, "Give at most 200 characters")),
    note: optional(z.string().max(5_000, "Give at most 5,000 characters")),
    happened_on: optional(plainDateInput),
  }),
  outputs: ["signal_id"],
  isSlow: false,
  async perform(desk, { companyId, input: { kind, about, note, happened_on }, callbackId, firstAskedAt }) {
    const today = dateIn(timeZoneOf(desk.settings, desk.timeZone), firstAskedAt);
    const happenedOn = happened_on ?? today;
    if (happenedOn > today) throw wrongField("happened_on", "in-the-future", desk.caller.language);
    const { id, raw } = await readCompanyRecord(desk.hubspot, companyId, { properties: [], extra: ["name"] });
    const company = { id, name: raw["name"] || id };
    const signal = { kind, happenedOn, about: about ?? null, note: note ?? null };
    return { signal_id: await writeSignal(desk, { company, onceId: `workflow-${callbackId}`, ...signal }) };
  },
});
