import { checkInKey, type PlainDate } from "@keyline/domain";
import { readSlots } from "../../src/check-ins/check-in-slots.ts";
import { decide } from "../../src/check-ins/decide.ts";
import { newCheckIn } from "../../src/check-ins/draft.ts";
import type { Account, ContactMade, PortalFacts, StoredCheckIn, TaskStanding } from "../../src/check-ins/facts.ts";
import { isNothing, type Decision } from "../../src/check-ins/writes.ts";
import { emptyBrief } from "./portal-of-test.ts";
import { writesOf } from "./world-writes.ts";

export interface WorldTask {
  id: string;
  key: string;
  ownerId: string;
  /** When it is due, as HubSpot keeps it. */
  at: string;
  isOpen: boolean;
  isGone: boolean;
  closedOn: PlainDate | null;
}

/** A portal in memory, for histories: what HubSpot holds, and passes of the planner that may die after any write. */
export interface World {
  today: PlainDate;
  /** By id. */
  accounts: Map<string, Account>;
  /** By key. */
  checkIns: Map<string, StoredCheckIn>;
  tasks: Map<string, WorldTask>;
  /** Meetings that were held, by company. */
  meetings: Map<string, ContactMade[]>;
  /** Settings, people and calendar of a day. */
  portal: (today: PlainDate) => PortalFacts;
  nextId(): string;
  /** One pass. With `diesAfter` the planner is killed after so many writes. Answers how many writes there were. */
  pass(diesAfter?: number): number;
  /** Two passes that read the same, and then write in turn. */
  passTwiceAtOnce(): void;
  openTasks(): WorldTask[];
}

export function openWorld(
  accounts: readonly Account[],
  today: PlainDate,
  portal: (today: PlainDate) => PortalFacts,
): World {
  let ids = 1_000;
  const world: World = {
    today,
    accounts: new Map(accounts.map((account) => [account.id, account])),
    checkIns: new Map(),
    tasks: new Map(),
    meetings: new Map(),
    portal,
    nextId: () => String(ids++),
    pass(diesAfter = Infinity) {
      const writes = planned(world);
      writes.slice(0, diesAfter).forEach((write) => write());
      return writes.length;
    },
    passTwiceAtOnce() {
      const [one, other] = [planned(world), planned(world)];
      one.forEach((write, index) => {
        write();
        other[index]?.();
      });
    },
    openTasks: () => [...world.tasks.values()].filter(({ isOpen, isGone }) => isOpen && !isGone),
  };
  return world;
}

function planned(world: World): (() => void)[] {
  const portal = world.portal(world.today);
  return [...world.accounts.values()].flatMap((account) => writesOf(world, decideFor(world, account, portal)));
}

/** Reads as the planner does: by keys that are known, and again what the decision asks for. */
function decideFor(world: World, account: Account, portal: PortalFacts): Decision {
  const known = new Set(keysInSight(world, account));
  const absentKeys = new Set<string>();
  const taskKeys = new Set<string>();
  for (let round = 0; round < 10; round++) {
    const decision = decide(
      {
        account,
        checkIns: [...known].flatMap((key) => world.checkIns.get(key) ?? []),
        absentKeys,
        tasks: standingOf(world),
        noticeTasks: new Map([...taskKeys].map((key) => [key, noticeTask(world, key)])),
        brief: emptyBrief,
        contactIds: [],
        load: new Map([...portal.owners.keys()].map((id) => [id, 0])),
        contactMade: world.meetings.get(account.id) ?? [],
      },
      portal,
    );
    if (isNothing(decision.missing)) return decision;
    for (const key of decision.missing.taskKeys) taskKeys.add(key);
    for (const key of decision.missing.keys) {
      known.add(key);
      if (!world.checkIns.has(key)) absentKeys.add(key);
    }
  }
  throw new Error("does not settle");
}

/** The check-ins that the company points to, else those that wait; what merged companies brought; and what the walk finds. */
function keysInSight({ checkIns }: World, { id, mergedIds, properties }: Account): string[] {
  const slots = readSlots(id, properties.am_check_in_slots);
  const ofCompany = [...checkIns.values()].filter(({ values }) => values.company_record_id === Number(id));
  const brought = [...checkIns.values()].filter(({ values }) => mergedIds.includes(String(values.company_record_id)));
  return [
    ...(slots ? [...slots.open, ...slots.ask] : ofCompany.filter(isWaiting).map(keyOf)),
    ...brought.filter(isWaiting).map(keyOf),
    ...[...ofCompany, ...brought].filter(isFoundByWalk).map(keyOf),
  ];
}

function isWaiting({ values: { state } }: StoredCheckIn): boolean {
  return state === "planned" || state === "overdue";
}

function isFoundByWalk({ values }: StoredCheckIn): boolean {
  const isByPerson = values.planned_by === "person" && values.state === "planned";
  return isByPerson || values.reminder_state === "open" || values.escalation_state === "open";
}

function keyOf({ values }: StoredCheckIn): string {
  return values.check_in_key;
}

function standingOf({ tasks }: World): Map<string, TaskStanding | null> {
  return new Map(
    [...tasks.values()].map(({ id, isOpen, isGone, closedOn }) => [
      id,
      isGone ? null : { id, isCompleted: !isOpen, completedOn: closedOn },
    ]),
  );
}

function noticeTask({ tasks }: World, key: string) {
  const found = [...tasks.values()].find((task) => task.key === key && !task.isGone);
  return found ? { id: found.id, isCompleted: !found.isOpen } : null;
}

/** A check-in that a person plans on a card. */
export function planByHand(world: World, { id, name }: Account, on: PlainDate): boolean {
  const key = checkInKey(id, on);
  if (world.checkIns.has(key)) return false;
  const { values } = newCheckIn(id, name, on);
  world.checkIns.set(key, { id: world.nextId(), values: { ...values, planned_by: "person" } });
  return true;
}

/** HubSpot's merge: a new id, the values of `primary` where it has one, the other's associations too. */
export function mergeAccounts(world: World, primary: Account, other: Account): Account {
  const names = Object.keys(primary.properties) as (keyof Account["properties"])[];
  const values = names.map((name) => [name, primary.properties[name] ?? other.properties[name]]);
  const merged: Account = {
    ...primary,
    id: world.nextId(),
    ownerId: primary.ownerId ?? other.ownerId,
    mergedIds: [primary, other].flatMap(({ id, mergedIds }) => [id, ...mergedIds]),
    properties: Object.fromEntries(values) as Account["properties"],
  };
  world.meetings.set(
    merged.id,
    [primary, other].flatMap(({ id }) => world.meetings.get(id) ?? []),
  );
  for (const { id } of [primary, other]) world.accounts.delete(id);
  world.accounts.set(merged.id, merged);
  return merged;
}
