import {
  associationLabels,
  declarations as allDeclarations,
  type AssociationLabel,
  type Declared,
  type Language,
} from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import type { Log } from "../log.ts";
import { applyChanges } from "./apply.ts";
import { declaredLists, provisionLists, type DeclaredList, type ListsReport } from "./lists/index.ts";
import { desiredState } from "./desired.ts";
import { diff, type Change, type Difference, type Warning } from "./diff.ts";
import { readLive } from "./live.ts";
import { tierTooLow } from "./tier.ts";

export interface ProvisionOptions {
  /** The language of labels in the portal; HubSpot keeps one. */
  language?: Language;
  /** Say what would be written and write nothing. */
  dryRun?: boolean;
  declarations?: readonly Declared[];
  labels?: readonly AssociationLabel[];
  /** Default: every list of the declared objects. */
  lists?: readonly DeclaredList[];
}

/** What provisioning did, or would do. Entries read like `property companies.am_tier`. */
export interface ProvisionReport {
  isDryRun: boolean;
  created: string[];
  extended: string[];
  unchanged: number;
  warnings: Warning[];
  /** Whether reminders can be upserted by `keyline_task_key`; otherwise associations are read before a task is made. */
  canUseTaskKey: boolean;
}

/** Objects first, then what refers to them; the last round finds nothing to do. A lost answer costs a round more. */
const mostRounds = 6;

/**
 * Makes a portal match the declarations: find, compare, create or extend. Never deletes, never narrows, leaves alone
 * what people changed; a second run writes nothing.
 * Throws Problem `tier-too-low` before any write when the portal cannot have custom objects.
 */
export async function provision(
  { hubspot, log }: { hubspot: HubSpot; log: Log },
  options: ProvisionOptions = {},
): Promise<ProvisionReport> {
  const {
    language = "en",
    dryRun: isDryRun = false,
    declarations = allDeclarations,
    labels = associationLabels,
    lists = declaredLists.filter(({ object }) => declarations.includes(object)),
  } = options;
  const desired = desiredState(declarations, language, labels);
  const done = new Map<string, Change>();
  const refused = new Map<string, Warning>();
  for (let round = 1; ; round++) {
    const live = await readLive(hubspot, desired);
    const difference = diff(live, desired);
    const open = difference.changes.filter((change) => !refused.has(change.id));
    if (round === 1) await tierTooLow(hubspot, open);
    if (isDryRun || open.length === 0) {
      const made = reportOf(isDryRun ? open : [...done.values()], difference, [...refused.values()]);
      const report = withLists(made, await provisionLists(hubspot, lists, { language, isDryRun }));
      log.info(summary(report), isDryRun ? "Provisioning looked and wrote nothing" : "Portal provisioned");
      return { isDryRun, ...report };
    }
    if (round === mostRounds) {
      for (const { id } of open) refused.set(id, { where: id, message: "could not be made to stand; see the log." });
      continue;
    }
    const outcome = await applyChanges(hubspot, open, log);
    for (const change of outcome.done) done.set(change.id, change);
    for (const warning of outcome.refused) refused.set(warning.where, warning);
  }
}

function reportOf(
  changes: readonly Change[],
  difference: Difference,
  refused: Warning[],
): Omit<ProvisionReport, "isDryRun"> {
  const warnings = [...difference.warnings, ...refused];
  return {
    created: changes.filter((change) => !isExtension(change)).map(named),
    extended: changes.filter(isExtension).map(named),
    unchanged: difference.unchanged,
    warnings,
    canUseTaskKey: !warnings.some(({ where }) => where.endsWith("tasks.keyline_task_key")),
  };
}

function withLists(made: Omit<ProvisionReport, "isDryRun">, lists: ListsReport): Omit<ProvisionReport, "isDryRun"> {
  return {
    ...made,
    created: [...made.created, ...lists.created],
    extended: [...made.extended, ...lists.extended],
    unchanged: made.unchanged + lists.unchanged,
    warnings: [...made.warnings, ...lists.warnings],
  };
}

function isExtension({ kind }: Change): boolean {
  return kind === "change-property" || kind === "rename-object" || kind === "rename-label";
}

function named(change: Change): string {
  if (change.kind === "create-property" && change.isRestored) return `${change.id} (restored)`;
  if (change.kind === "change-property" && change.adds.length > 0) return `${change.id} (+ ${change.adds.join(", ")})`;
  return change.id;
}

function summary({ created, extended, unchanged, warnings }: Omit<ProvisionReport, "isDryRun">) {
  return { created: created.length, extended: extended.length, unchanged, warnings: warnings.length };
}
