/** Contacts get their part in the decision. */
export const deciders = {
  noContactsText: "This company has no contacts in HubSpot yet. Add them on the record; here you say who decides.",
  chooseContacts: "Contacts of the company",
  partOf: "Part of {name}",
  peopleAdded: { one: "{count} person added.", other: "{count} people added." },
} as const;
