import type { PlanOffer, PlanStart } from "@keyline/domain";

const offer: PlanOffer = {
  type: "key",
  about: "A full plan for a year.",
  objectives: 6,
  milestones: 3,
  reviews: "quarterly",
  checkIns: "monthly",
  brings: ["Grow what they buy from us", "Keep them satisfied"],
  periods: [
    { key: "2026", endsOn: "2026-12-31" },
    { key: "2027", endsOn: "2027-12-31" },
  ],
  proposed: "2026",
  goalMinor: 180_000_000,
};

/** An account without a plan, with what HubSpot knows of it. */
export const noPlan: { plan: null; start: PlanStart } = {
  plan: null,
  start: {
    snapshot: "Food production, 2,400 people.",
    lastYearMinor: 124_000_000,
    ownerId: "11",
    isManaged: false,
    offers: [offer, { ...offer, type: "strategic", reviews: "monthly" }],
  },
};
