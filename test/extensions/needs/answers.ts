import {
  needDetails,
  needsAnswer,
  needWritten,
  type NeedDetails,
  type NeedRow,
  type NeedsAnswer,
  type NeedWritten,
} from "@keyline/domain";
import { today } from "../answers.ts";

/** What the needs card is answered in these tests. Every answer passes its own schema. */
export const reporting: NeedRow = {
  id: "601",
  key: "101:reporting",
  companyId: null,
  name: "Reporting in Arabic",
  status: "confirmed",
  kind: "improvement",
  priority: "high",
  risk: "high",
  source: "stakeholder_meeting",
  voicedBy: ["31"],
  voicedOn: "2026-11-03",
  knownOn: "2026-11-03",
  confirmedOn: "2026-11-03",
  dealId: null,
  endedOn: null,
};
export const delivery: NeedRow = {
  ...reporting,
  id: "602",
  key: "101:delivery",
  name: "Same-day delivery",
  status: "identified",
  source: "support",
  voicedBy: ["32", "31"],
  voicedOn: "2026-03-18",
  knownOn: "2026-03-18",
  confirmedOn: null,
};
export const proof: NeedRow = {
  ...reporting,
  id: "603",
  key: "101:proof",
  name: "Proof for every batch",
  status: "served",
  priority: "medium",
  risk: "medium",
  source: "workshop",
  voicedBy: [],
  dealId: "41",
};
export const energy: NeedRow = {
  ...reporting,
  id: "604",
  key: "101:energy",
  name: "Less energy",
  status: "met",
  priority: "low",
  risk: "low",
  endedOn: "2026-08-12",
};

export const line4 = {
  id: "41",
  companyId: null,
  name: "Line 4 upgrade",
  url: "https://app.hubspot.com/contacts/1/record/0-3/41",
  isOpen: true,
  isWon: false,
  amountMinor: 9_000_000,
};
export const plant = { ...line4, id: "42", name: "Second plant", url: null };

export function needs(changed: Partial<NeedsAnswer> = {}): NeedsAnswer {
  return needsAnswer.parse({
    asOf: "2026-11-24T06:00:00Z",
    today,
    timeZone: "Asia/Riyadh",
    currency: "SAR",
    company: { id: "101", name: "Najd Foods" },
    access: { canWrite: true, why: null },
    unreadable: [],
    managedUnder: null,
    family: [],
    leftOut: 0,
    needs: [reporting, delivery, proof, energy],
    people: [
      { id: "31", companyId: null, name: "S. Haddad", title: "CFO", decides: ["economic_buyer"], hasLeft: false },
      { id: "32", companyId: null, name: "L. Nasser", title: null, decides: [], hasLeft: false },
      {
        id: "33",
        companyId: null,
        name: "R. Alanazi",
        title: "Plant director",
        decides: ["decision_maker"],
        hasLeft: false,
      },
    ],
    deals: [line4, plant],
    initiatives: [
      { id: "71", name: "Batch records", url: null, needKey: proof.key, status: "in_progress", due: "2026-12-20" },
    ],
    owners: [
      { id: "11", name: "Noura Alharbi" },
      { id: "12", name: "Tom Weber" },
    ],
    leadManagerId: "11",
    pipelines: [{ id: "default", label: "Sales Pipeline" }],
    staleAfterDays: 90,
    ...changed,
  });
}

export function details(need: NeedRow, changed: Partial<NeedDetails> = {}): NeedDetails {
  return needDetails.parse({
    need,
    content: {
      name: need.name,
      kind: need.kind,
      priority: need.priority,
      risk: need.risk,
      source: need.source,
      what: "Reports that shift leaders read",
      why: "Auditors ask the shift leaders",
      evidence: "Three misread alarms",
      voicedById: need.voicedBy[0] ?? null,
      voicedOn: need.voicedOn,
    },
    metEvidence: null,
    dropReason: null,
    history: [
      {
        at: "2026-11-20T09:00:00Z",
        by: "Noura Alharbi",
        isFirst: false,
        changes: [
          { field: "risk", before: "low", after: "high" },
          { field: "voiced_by_contact_id", before: "", after: "31" },
        ],
      },
      {
        at: "2026-11-03T22:00:00Z",
        by: null,
        isFirst: true,
        changes: [{ field: "need_name", before: "", after: need.name }],
      },
    ],
    ...changed,
  });
}

export function written(need: NeedRow, deal: NeedWritten["deal"] = null): NeedWritten {
  return needWritten.parse({ outcome: "saved", need, deal });
}

/** Many needs: every third of high risk, in the order of their numbers. */
export function many(count: number): NeedRow[] {
  return Array.from({ length: count }, (_, index) => ({
    ...reporting,
    id: String(10_000 + index),
    key: `101:${index}`,
    name: `Need ${index + 1}`,
    risk: index % 3 === 0 ? "high" : "low",
    priority: "medium",
  }));
}
