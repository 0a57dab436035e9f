import {
  addWorkingDays,
  contactCountsFrom,
  isPausedOn,
  slotAfter,
  slotOnOrAfter,
  toWorkingDay,
  type PlainDate,
  type Rhythm,
  type WorkingCalendar,
} from "@keyline/domain";

/** What people have answered about one check-in, and where it stands. Over: held, skipped or let go, for good. */
export interface Expected {
  readonly key: string;
  readonly slot: PlainDate;
  planned: PlainDate;
  due: PlainDate;
  byPerson: boolean;
  state: "ahead" | "late" | "over" | "taken back";
  reminder: "none" | "out" | "over";
  escalation: "none" | "out" | "over";
}

/** One account, as far as its tasks go. */
export interface Model {
  readonly companyId: string;
  /** Null: nobody manages it. */
  rhythm: Rhythm | null;
  /** By key. */
  checkIns: Map<string, Expected>;
  /** The latest slot of the series that is over; null while it has none. */
  last: PlainDate | null;
  /** Nothing was ever planned. */
  isNew: boolean;
  /** Meetings that nobody has taken for a check-in yet, and the day of the last check-in that was held. */
  met: PlainDate[];
  heldOn: PlainDate | null;
  /** The notice date while it is undecided, and how far telling the lead's manager of one is. */
  noticeBy: PlainDate | null;
  told: { key: string; date: PlainDate; ownerId: string; isOut: boolean } | null;
}

export function newModel(companyId: string): Model {
  const nothing = { rhythm: null, last: null, heldOn: null, noticeBy: null, told: null };
  return { companyId, checkIns: new Map(), isNew: true, met: [], ...nothing };
}

export interface Day {
  today: PlainDate;
  calendar: WorkingCalendar;
  leadDays: number;
  graceDays: number;
  /** Who hears of what was missed. */
  bossId: string;
}

/** Who should have which open task: what a day does to an account. All the rest of this file only gives names to things. */
export function tick(model: Model, day: Day): void {
  tell(model, day);
  if (!model.rhythm) return open(model).forEach((one) => takeBack(model, one));
  countMeetings(model, model.rhythm);
  for (const one of open(model)) if (hasTwin(model, one)) takeBack(model, one);
  for (const one of ahead(model)) age(model, one, day, model.rhythm);
  const owed = series(model).filter(({ slot }) => slot <= later(model.last, day.today));
  const next = nextSlot(model, model.rhythm, day.today);
  for (const one of series(model))
    if (!owed.includes(one) && one.slot !== next && one.planned === one.slot) takeBack(model, one);
  if (next && owed.length === 0 && !ahead(model).some(({ slot }) => slot === next)) plan(model, next, day);
  for (const one of open(model)) {
    const isTime = day.today >= addWorkingDays(one.due, -day.leadDays, day.calendar);
    if (one.reminder === "none" && (isTime || one.state === "late")) one.reminder = "out";
    if (one.escalation === "none" && one.state === "late") one.escalation = "out";
    if (one.escalation === "out" && one.state !== "late") one.escalation = "over";
  }
}

/** The due date follows the calendar until the check-in is late; let go, when its reminder was deleted. */
function age(model: Model, one: Expected, { today, calendar, graceDays }: Day, rhythm: Rhythm): void {
  if (!one.byPerson && one.planned === one.slot && isPausedOn(rhythm, one.planned)) return takeBack(model, one);
  one.due = toWorkingDay(one.planned, calendar);
  if (one.reminder === "over" && today > one.due) return finish(model, one);
  if (today <= addWorkingDays(one.due, graceDays, calendar)) return;
  one.state = "late";
  if (!one.byPerson) model.last = later(model.last, one.slot);
}

/** The first slot to come that is not over: the one for which a check-in has to stand. */
function nextSlot({ companyId, last, isNew, checkIns }: Model, rhythm: Rhythm, today: PlainDate): PlainDate | null {
  let slot = isNew ? slotOnOrAfter(rhythm, today) : slotAfter(rhythm, later(last, today));
  for (; slot; slot = slotAfter(rhythm, slot)) {
    const known = checkIns.get(`${companyId}:${slot}`);
    if (!known || known.state === "ahead" || known.state === "taken back") return slot;
  }
  return null;
}

function plan(model: Model, slot: PlainDate, { calendar }: Day): void {
  const key = `${model.companyId}:${slot}`;
  const fresh = { key, slot, planned: slot, due: toWorkingDay(slot, calendar), byPerson: false } as const;
  const { escalation = "none" } = model.checkIns.get(key) ?? {};
  model.checkIns.set(key, { ...fresh, state: "ahead", reminder: "none", escalation });
  model.isNew = false;
}

/** One conversation is one check-in: only what came after the last one counts. */
function countMeetings(model: Model, rhythm: Rhythm): void {
  for (const met of model.met) {
    const one = open(model).find(({ slot }) => met >= contactCountsFrom(rhythm, slot));
    if (one && met > (model.heldOn ?? "")) finish(model, one, met);
  }
}

/** Companies that were merged bring two of one slot. One that a person planned stays, else the one whose key comes first. */
function hasTwin(model: Model, one: Expected): boolean {
  const others = open(model).filter(({ key, slot }) => slot === one.slot && key !== one.key);
  return !one.byPerson && others.some((other) => other.byPerson || other.key < one.key);
}

/** Two accounts become one: all that waits goes on; where the series stands is the primary's word, if it has one. */
export function mergedModel(companyId: string, primary: Model, other: Model, primaryHasSeries: boolean): Model {
  const { last, isNew } = primaryHasSeries ? primary : other;
  const late = open(other).filter(({ state, byPerson }) => state === "late" && !byPerson);
  return {
    ...newModel(companyId),
    checkIns: new Map([...primary.checkIns, ...other.checkIns]),
    last: late.reduce((latest, { slot }) => later(latest, slot), last),
    isNew,
    met: [...primary.met, ...other.met].sort(),
    heldOn: primary.heldOn ?? other.heldOn,
    told: primary.told ?? other.told,
  };
}

/** A notice date that passed undecided: one task, which goes when it is decided, moved, or nobody manages the account. */
function tell(model: Model, { today, bossId }: Day): void {
  const { noticeBy, told, rhythm, companyId } = model;
  const passed = rhythm && noticeBy && noticeBy < today ? noticeBy : null;
  if (told?.isOut && told.date !== passed) told.isOut = false;
  if (passed && told?.date !== passed)
    model.told = { key: `${companyId}:${passed}`, date: passed, ownerId: bossId, isOut: true };
}

export function finish(model: Model, one: Expected, heldOn: PlainDate | null = null): void {
  one.state = "over";
  if (!one.byPerson) model.last = later(model.last, one.slot);
  if (heldOn) model.heldOn = later(model.heldOn, heldOn);
}

/** Taken back by the planner; unless the person had answered by deleting its reminder. */
function takeBack(model: Model, one: Expected): void {
  if (one.reminder === "over") return finish(model, one);
  if (one.escalation === "out") one.escalation = "over";
  one.state = "taken back";
}

/** Those that wait, in the order of their dates. */
export function open({ checkIns }: Model): Expected[] {
  return [...checkIns.values()].filter(({ state }) => state === "ahead" || state === "late").sort(byDate);
}

function ahead(model: Model): Expected[] {
  return open(model).filter(({ state }) => state === "ahead");
}

/** Those of the rhythm. */
function series(model: Model): Expected[] {
  return ahead(model).filter(({ byPerson }) => !byPerson);
}

function byDate(one: Expected, other: Expected): number {
  return `${one.planned} ${one.key}` < `${other.planned} ${other.key}` ? -1 : 1;
}

export function later(one: PlainDate | null, other: PlainDate): PlainDate {
  return one !== null && one > other ? one : other;
}
