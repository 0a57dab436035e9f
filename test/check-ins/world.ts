import type { CheckIn, PlainDate } from "@keyline/domain";
import { readSlots } from "../../src/check-ins/check-in-slots.ts";
import { decide } from "../../src/check-ins/decide.ts";
import type { Account, PortalFacts, StoredCheckIn, TaskStanding } from "../../src/check-ins/facts.ts";
import { isNothing, type Decision } from "../../src/check-ins/writes.ts";
import { emptyBrief, portalOf } from "./portal-of-test.ts";

export interface WorldTask {
  id: string;
  key: string;
  ownerId: string;
  isOpen: boolean;
  isGone: boolean;
  closedOn: PlainDate | null;
}

/** A portal in memory, for histories: what HubSpot holds, and passes of the planner that may die after any write. */
export interface World {
  today: PlainDate;
  account: Account;
  /** Owners who no longer work here. */
  left: Set<string>;
  checkIns: Map<string, StoredCheckIn>;
  tasks: Map<string, WorldTask>;
  /** One pass. With `diesAfter` the planner is killed after so many writes. Answers how many writes there were. */
  pass(diesAfter?: number): number;
  openTasks(): WorldTask[];
}

export function openWorld(
  account: Account,
  today: PlainDate,
  portal: (today: PlainDate) => PortalFacts = portalOf,
): World {
  let ids = 1_000;
  const world: World = {
    today,
    account,
    left: new Set(),
    checkIns: new Map(),
    tasks: new Map(),
    pass(diesAfter = Infinity) {
      const facts = portal(world.today);
      const owners = new Map([...facts.owners].map(([id, one]) => [id, { ...one, isActive: !world.left.has(id) }]));
      const writes = writesOf(decideFor(world, { ...facts, owners }));
      writes.slice(0, diesAfter).forEach((write) => write());
      return writes.length;
    },
    openTasks: () => [...world.tasks.values()].filter(({ isOpen, isGone }) => isOpen && !isGone),
  };

  function writesOf(decision: Decision): (() => void)[] {
    const makesTask = new Set(decision.tasks.flatMap((task) => (task.do === "make" ? [task.checkInKey] : [])));
    const made = new Map<string, string>();
    return [
      ...decision.checkIns
        .filter(({ id }) => id === null)
        .map((write) => () => {
          const values = { ...(write.properties as CheckIn) };
          if (makesTask.has(write.key))
            Object.assign(values, { reminder_state: null, reminder_fingerprint: null, escalation_state: null });
          world.checkIns.set(write.key, { id: String(ids++), values });
        }),
      ...decision.tasks.map((task) => () => {
        if (task.do === "make") {
          // An upsert: what stands under the key is brought up to date, its status left alone.
          const standing = [...world.tasks.values()].find(({ key, isGone }) => key === task.taskKey && !isGone);
          const ownerId = task.properties["hubspot_owner_id"] ?? "";
          const id = standing?.id ?? String(ids++);
          world.tasks.set(id, {
            isOpen: true,
            isGone: false,
            closedOn: null,
            ...standing,
            id,
            key: task.taskKey,
            ownerId,
          });
          made.set(`${task.checkInKey} ${task.kind}`, id);
          return;
        }
        const standing = world.tasks.get(task.taskId);
        if (!standing) return;
        if (task.do === "archive") standing.isGone = true;
        if (task.do === "complete") standing.isOpen = false;
        standing.ownerId = task.properties["hubspot_owner_id"] ?? standing.ownerId;
      }),
      ...decision.checkIns.map((write) => () => {
        const standing = world.checkIns.get(write.key);
        if (!standing) return;
        const values = { ...standing.values, ...write.properties };
        for (const kind of ["reminder", "escalation"] as const) {
          const id = made.get(`${write.key} ${kind}`);
          if (id) values[`${kind}_task_id`] = id;
        }
        world.checkIns.set(write.key, { ...standing, values });
      }),
      ...(decision.company
        ? [
            () =>
              void (world.account = {
                ...world.account,
                properties: { ...world.account.properties, ...decision.company?.properties },
              }),
          ]
        : []),
    ];
  }
  return world;
}

function decideFor(world: World, portal: PortalFacts): Decision {
  const known = new Set(keysInSight(world));
  const absentKeys = new Set<string>();
  for (let round = 0; round < 10; round++) {
    const decision = decide(
      {
        account: world.account,
        checkIns: [...known].flatMap((key) => world.checkIns.get(key) ?? []),
        absentKeys,
        tasks: standingOf(world),
        noticeTasks: new Map(),
        brief: emptyBrief,
        contactIds: [],
        load: new Map([...portal.owners.keys()].map((id) => [id, 0])),
        contactMade: [],
      },
      portal,
    );
    if (isNothing(decision.missing)) return decision;
    for (const key of decision.missing.keys) {
      known.add(key);
      if (!world.checkIns.has(key)) absentKeys.add(key);
    }
  }
  throw new Error("does not settle");
}

/** What a pass reads: the check-ins that the company points to, else those that wait; and those with an open task. */
function keysInSight({ account, checkIns }: World): string[] {
  const slots = readSlots(account.id, account.properties.am_check_in_slots);
  const all = [...checkIns.values()].map(({ values }) => values);
  const open = slots ? slots.open : all.filter(({ state }) => state === "planned" || state === "overdue").map(keyOf);
  return [...open, ...all.filter((one) => one.reminder_state === "open" || one.escalation_state === "open").map(keyOf)];
}

function keyOf({ check_in_key: key }: { check_in_key: string }): string {
  return key;
}

function standingOf({ tasks }: World): Map<string, TaskStanding | null> {
  return new Map(
    [...tasks.values()].map(({ id, isOpen, isGone, closedOn }) => [
      id,
      isGone ? null : { id, isCompleted: !isOpen, completedOn: closedOn },
    ]),
  );
}
