/** The people and accounts of the portal, by rules that the expectation can repeat without asking the code under test. */

export interface Person {
  id: string;
  userId: number;
  firstName: string;
  /** Keyline's settings say it; tasks are written in it. */
  language: "en" | "ar";
  timeZone: string | null;
  managerUserId: number | null;
  hasLeft: boolean;
}

export const people = [
  {
    id: "11",
    userId: 1011,
    firstName: "Noura",
    language: "ar",
    timeZone: null,
    managerUserId: 1014,
    hasLeft: false,
  },
  {
    id: "12",
    userId: 1012,
    firstName: "Tom",
    language: "en",
    timeZone: "Europe/London",
    managerUserId: 1014,
    hasLeft: false,
  },
  { id: "13", userId: 1013, firstName: "Sami", language: "en", timeZone: null, managerUserId: 1014, hasLeft: true },
  { id: "14", userId: 1014, firstName: "Huda", language: "en", timeZone: null, managerUserId: null, hasLeft: false },
] as const satisfies readonly Person[];

export interface Account {
  name: string;
  tier: "a" | "b" | "c";
  owner: Person;
  /** Given its rhythm only on the morning itself: the check-in is planned and reminded of in one go. */
  isNew: boolean;
  hasContact: boolean;
}

/** The account of a number from 0. A third each of the tiers, half of them new, some with characters that HTML must escape. */
export function accountAt(index: number): Account {
  const owners = [people[0], people[1], people[1], people[2]];
  return {
    name: index % 5 === 0 ? `Najd & Sons <${index}>` : `Company ${index}`,
    tier: (["a", "b", "c"] as const)[index % 3] ?? "a",
    owner: owners[index % owners.length] ?? people[0],
    isNew: index % 2 === 1,
    hasContact: index % 10 === 0,
  };
}
