import { readRhythm } from "./account-rhythm.ts";
import { accountStanding } from "./account-standing.ts";
import { countContact } from "./count-contact.ts";
import { checkInWrites, draftOf, isOpen, type Draft } from "./draft.ts";
import { escalateNotice } from "./escalate-notice.ts";
import { escalate, grow } from "./escalate.ts";
import type { PortalFacts, Situation } from "./facts.ts";
import { place } from "./place.ts";
import { planNext } from "./plan-next.ts";
import { remind } from "./remind.ts";
import { languageFor, responsibleFor } from "./responsible.ts";
import { settleTasks } from "./settle-tasks.ts";
import { takeAnswers } from "./take-answers.ts";
import { withdrawAll, withdrawPaused, withdrawTwins } from "./withdraw.ts";
import type { Decision } from "./writes.ts";
import { isManaged } from "@keyline/domain";

/**
 * The whole logic of check-ins for one account: from what HubSpot holds and what day it is to the list of writes. Pure:
 * the same situation gives the same writes, and once they are done, none. When something that matters was not read, the
 * decision names it in `missing`: read it and decide again.
 */
export function decide(situation: Situation, portal: PortalFacts): Decision {
  const draft = draftOf(situation, portal);
  const { account } = situation;
  const responsible = responsibleFor(account, portal.owners);
  const language = languageFor(responsible);
  const isActive = !account.isArchived && isManaged(account.properties);
  const { rhythm, complaint } = readRhythm(account, portal);

  adoptMerged(draft);
  takeAnswers(draft);
  let planned = 0;
  let becameOverdue = 0;
  if (!isActive) withdrawAll(draft);
  if (isActive) {
    if (rhythm) countContact(draft, rhythm);
    withdrawTwins(draft);
    if (rhythm) withdrawPaused(draft, rhythm);
    for (const checkIn of draft.checkIns) {
      if (checkIn.values.state === "planned") place(draft, checkIn, rhythm, responsible.owner?.id ?? null);
    }
    for (const checkIn of draft.checkIns) if (grow(draft, checkIn, language)) becameOverdue++;
    const next = rhythm && planNext(draft, rhythm);
    if (next) {
      place(draft, next, rhythm, responsible.owner?.id ?? null);
      planned++;
    }
    for (const checkIn of draft.checkIns) {
      if (isOpen(checkIn)) checkIn.values.hubspot_owner_id = responsible.owner?.id ?? null;
      remind(draft, checkIn, rhythm, responsible);
      escalate(draft, checkIn, responsible);
    }
  }
  for (const checkIn of draft.checkIns) settleTasks(draft, checkIn, language);
  const { notices, escalation } = escalateNotice(draft, responsible, isActive);
  return {
    companyId: account.id,
    missing: {
      keys: [...draft.missing.keys],
      brief: draft.missing.brief,
      contacts: draft.missing.contacts,
      loadOf: [...draft.missing.loadOf],
      tasks: [...draft.missing.tasks],
      taskKeys: [...draft.missing.taskKeys],
    },
    known: situation.checkIns.map(({ id, values }) => [values.check_in_key, id] as const),
    checkIns: checkInWrites(draft),
    tasks: draft.tasks,
    notices,
    company: account.isArchived ? null : accountStanding(draft, isActive, escalation),
    complaint,
    becameOverdue,
    planned,
  };
}

/** After a merge the check-ins of both companies belong to the one that is left; their keys stay. */
function adoptMerged(draft: Draft): void {
  const id = Number(draft.situation.account.id);
  for (const checkIn of draft.checkIns) {
    if (isOpen(checkIn)) checkIn.values.company_record_id = id;
  }
}
