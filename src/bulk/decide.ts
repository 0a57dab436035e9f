import type { AccountProperties, BulkChanges, BulkField, Settings } from "@keyline/domain";

export const bulkProperties = [
  "am_account_type",
  "am_tier",
  "am_rhythm",
  "am_rhythm_rule",
  "am_lead_manager",
  "am_team",
  "am_executive_sponsor",
] as const satisfies readonly (keyof AccountProperties)[];
export type BulkAccount = Pick<AccountProperties, (typeof bulkProperties)[number]>;

/** What becomes of one thing of one account. `kept`: something else stands, and stays. */
export interface FieldDecision {
  readonly field: BulkField;
  readonly becomes: "change" | "same" | "overwrite" | "kept";
  readonly from: string | null;
  readonly to: string;
}

export interface Decision {
  readonly fields: readonly FieldDecision[];
  /** Empty: the account stands so already, or keeps what it has. */
  readonly properties: Partial<AccountProperties>;
}

/** What one account gets. Done again after it was written, it decides for nothing. */
export function decide(account: BulkAccount, changes: BulkChanges, rhythms: Settings["rhythms"]): Decision {
  const type = changes.type ?? account.am_account_type;
  const byType = type === null ? null : rhythms[type];
  const rhythm = changes.rhythm === "by-type" ? byType : changes.rhythm;
  const properties: Partial<AccountProperties> = {};
  const fields: FieldDecision[] = [];
  const single = (field: BulkField, from: string | null, to: string | null, write: () => void) => {
    if (to === null) return;
    const other = from !== null && from !== to;
    const becomes = from === to ? "same" : !other ? "change" : changes.overwrite ? "overwrite" : "kept";
    fields.push({ field, becomes, from, to });
    if (becomes === "change" || becomes === "overwrite") write();
  };
  single("type", account.am_account_type, changes.type, () => (properties.am_account_type = changes.type));
  single("tier", account.am_tier, changes.tier, () => (properties.am_tier = changes.tier));
  single("rhythm", account.am_rhythm, rhythm, () => {
    properties.am_rhythm = rhythm;
    // The day that another rhythm fell on means nothing to this one.
    if (account.am_rhythm_rule !== null) properties.am_rhythm_rule = null;
  });
  single(
    "lead",
    account.am_lead_manager,
    changes.leadManagerId,
    () => (properties.am_lead_manager = changes.leadManagerId),
  );
  if (changes.teamIds.length > 0) {
    const team = account.am_team ?? [];
    const after = [...new Set([...team, ...changes.teamIds])];
    const isSame = after.length === team.length;
    fields.push({ field: "team", becomes: isSame ? "same" : "change", from: team.join(";"), to: after.join(";") });
    if (!isSame) properties.am_team = after;
  }
  return { fields, properties };
}
