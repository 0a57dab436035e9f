import {
  company,
  isManaged,
  parseRhythm,
  Problem,
  type AccountProperties,
  type ChangeRhythm,
  type CheckInsWritten,
  type ChosenRhythm,
  type StartManaging,
} from "@keyline/domain";
import type { Account } from "../facts.ts";
import type { Desk } from "../../desk/index.ts";
import { readCompany } from "./read-company.ts";
import { saved } from "./saved.ts";

/** Gives a company its type and rhythm; its first check-in is planned at once. */
export async function startManaging(desk: Desk, asked: StartManaging): Promise<CheckInsWritten> {
  const { account } = await readCompany(desk, asked.companyId);
  const wanted = {
    am_account_type: asked.type,
    am_tier: asked.tier,
    ...rhythmProperties(asked.rhythm),
    am_lead_manager: asked.leadManagerId,
  };
  if (isManaged(account.properties) && !stands(account, wanted)) throw managedMeanwhile(account);
  await write(desk, account.id, wanted);
  return saved(desk, account.id);
}

/** Another rhythm, a pause, another lead; without a rhythm, the end of managing. */
export async function changeRhythm(desk: Desk, asked: ChangeRhythm): Promise<CheckInsWritten> {
  const { account } = await readCompany(desk, asked.companyId);
  const wanted = {
    ...rhythmProperties(asked.rhythm),
    am_tier: asked.tier,
    am_lead_manager: asked.leadManagerId,
    am_paused_from: asked.pausedFrom,
    am_paused_until: asked.pausedUntil,
  };
  if (!stands(account, wanted)) {
    const { name, rule, startsOn } = asked.expected;
    const { am_rhythm, am_rhythm_rule, am_rhythm_anchor } = account.properties;
    const isSeen = am_rhythm === name && am_rhythm_rule === rule && (am_rhythm_anchor ?? startsOn) === startsOn;
    if (!isSeen) throw managedMeanwhile(account);
    await write(desk, account.id, wanted);
  }
  return saved(desk, account.id);
}

/** Throws `invalid-input` when the rule cannot be read. */
function rhythmProperties(rhythm: ChosenRhythm | null) {
  if (rhythm) parseRhythm({ name: rhythm.name, rule: rhythm.rule, anchor: rhythm.startsOn });
  return {
    am_rhythm: rhythm?.name ?? null,
    am_rhythm_rule: rhythm?.rule ?? null,
    am_rhythm_anchor: rhythm?.startsOn ?? null,
  };
}

function stands({ properties }: Account, wanted: Partial<AccountProperties>): boolean {
  return Object.entries(wanted).every(([name, value]) => properties[name as keyof typeof properties] === value);
}

async function write({ hubspot }: Desk, id: string, properties: Partial<AccountProperties>): Promise<void> {
  const { refused } = await hubspot.records(company).update([{ id, properties }]);
  if (refused[0]) throw refused[0].problem;
}

function managedMeanwhile({ properties }: Account): Problem {
  const words = {
    en: "Somebody has given this company a rhythm meanwhile.",
    ar: "حدّد شخص آخر وتيرة لهذه الشركة في هذه الأثناء.",
  };
  const { am_rhythm: name, am_rhythm_rule: rule, am_rhythm_anchor: startsOn } = properties;
  return new Problem("conflict", words.en, { words, found: name && startsOn ? { name, rule, startsOn } : undefined });
}
