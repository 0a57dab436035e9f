/** Contacts get their part in the decision. */
export const deciders = {
  noContactsText: "This company has no contacts in HubSpot yet. Add them on the record; here you say who decides.",
  addDecidersTitle: "Who else decides here?",
  chooseContacts: "Contacts of the company",
  partOf: "Part of {name}",
  peopleAdded: { one: "{count} person added.", other: "{count} people added." },
  gapEconomicBuyer: "Nobody known who decides about the money.",
} as const;
