import { z } from "zod";

const id = z.union([z.string().regex(/^\d+$/), z.number().int()]).transform(String);
const fields = z.record(z.string(), z.unknown());

/**
 * What HubSpot posts for one run (docs: custom workflow actions; `fields` is the older name of `inputFields`). An agent has
 * no enrolled record: it names the company in the input `company_record_id`.
 */
export const workflowRun = z
  .looseObject({
    callbackId: z.string().min(1),
    origin: z.looseObject({ portalId: id }),
    object: z.looseObject({ objectId: id }).nullish(),
    inputFields: fields.nullish(),
    fields: fields.nullish(),
  })
  .transform(({ callbackId, origin, object, inputFields, fields: older }) => {
    const input = inputFields ?? older ?? {};
    const named = id.safeParse(input["company_record_id"]);
    return {
      callbackId,
      portalId: origin.portalId,
      companyId: object?.objectId ?? (named.success ? named.data : null),
      input,
    };
  });
export type WorkflowRun = z.infer<typeof workflowRun>;
