import {
  degrees,
  isOpenNeed,
  needStatuses,
  type Degree,
  type NeedGaps,
  type NeedPerson,
  type NeedRow,
  type NeedSource,
  type NeedStatus,
} from "@keyline/domain";

export type Gap = "unserved" | "stale";
export type Gaps = NeedGaps<NeedRow, NeedPerson>;

/** What the list shows. */
export interface Filters {
  status: "open" | "all" | NeedStatus;
  risk: Degree | null;
  source: NeedSource | null;
  /** A company of the family. */
  companyId: string | null;
  /** Contact id of who voiced it. */
  voice: string | null;
  gap: Gap | null;
  text: string;
}

export const noFilters: Filters = {
  status: "open",
  companyId: null,
  risk: null,
  source: null,
  voice: null,
  gap: null,
  text: "",
};

const sortColumns = ["pressing", "name", "status", "priority", "risk", "voice"] as const;
export type SortColumn = (typeof sortColumns)[number];

export function isSortColumn(name: string): name is SortColumn {
  return sortColumns.some((one) => one === name);
}

export interface Sort {
  by: SortColumn;
  isDescending: boolean;
}

/** High risk first, then high priority, then what nobody made sure of for longest. */
export const firstSort: Sort = { by: "pressing", isDescending: false };

export const rowsAPage = 10;

interface Names {
  /** Everything of a need that a person may search for, as one text. */
  textOf: (need: NeedRow) => string;
  voiceOf: (need: NeedRow) => string;
  /** The company whose need it is. */
  companyOf: (need: NeedRow) => string;
  locale: string;
}

/** The needs that the filters leave, in the order that was asked for. */
export function findNeeds(
  needs: readonly NeedRow[],
  { filters, sort, gaps }: { filters: Filters; sort: Sort; gaps: Gaps },
  names: Names,
): NeedRow[] {
  const words = plainText(filters.text).split(/\s+/).filter(Boolean);
  const ofGap = filters.gap && new Set(gaps[filters.gap].map(({ key }) => key));
  const found = needs.filter((need) => {
    if (ofGap && !ofGap.has(need.key)) return false;
    if (!isOfStatus(need.status, filters.status)) return false;
    if (filters.companyId && names.companyOf(need) !== filters.companyId) return false;
    if (filters.risk && need.risk !== filters.risk) return false;
    if (filters.source && need.source !== filters.source) return false;
    if (filters.voice && !need.voicedBy.includes(filters.voice)) return false;
    if (words.length === 0) return true;
    const text = plainText(names.textOf(need));
    return words.every((word) => text.includes(word));
  });
  const order = orders(names)[sort.by];
  return found.sort((one, other) => (sort.isDescending ? order(other, one) : order(one, other)));
}

function isOfStatus(status: NeedStatus, wanted: Filters["status"]): boolean {
  if (wanted === "all") return true;
  return wanted === "open" ? isOpenNeed(status) : status === wanted;
}

/** Without case, accents and the short vowels of Arabic, and with its alifs as one: how people search. */
function plainText(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .replaceAll(/[أإآٱ]/g, "ا")
    .toLowerCase();
}

type Order = (one: NeedRow, other: NeedRow) => number;

function orders({ voiceOf, locale }: Names): Record<SortColumn, Order> {
  const collator = new Intl.Collator(locale, { numeric: true });
  const by = (textOf: (need: NeedRow) => string): Order => {
    return (one, other) => collator.compare(textOf(one), textOf(other));
  };
  const risk: Order = (one, other) => degreeRank(one.risk) - degreeRank(other.risk);
  const priority: Order = (one, other) => degreeRank(one.priority) - degreeRank(other.priority);
  const status: Order = (one, other) => statusRank(one.status) - statusRank(other.status);
  const age: Order = (one, other) => (one.knownOn < other.knownOn ? -1 : Number(one.knownOn > other.knownOn));
  const name = by((need) => need.name);
  const inTurn = (...all: Order[]): Order => {
    return (one, other) => all.reduce((order, next) => order || next(one, other), 0);
  };
  return {
    pressing: inTurn(risk, priority, age, name),
    name,
    status: inTurn(status, name),
    priority: inTurn(priority, name),
    risk: inTurn(risk, name),
    voice: inTurn(by(voiceOf), name),
  };
}

/** High first; what nobody judged last. */
function degreeRank(degree: Degree | null): number {
  return degree === null ? degrees.values.length : degrees.values.indexOf(degree);
}

function statusRank(status: NeedStatus): number {
  return needStatuses.values.indexOf(status);
}
