/** A company that manages its subsidiaries with itself. */
export const families = {
  coveredBy: "Managed under {parent}: its plan covers this company.",
  coversFamily: "Covers {names}",
  familyMore: { one: "{count} more", other: "{count} more" },
  familyCompany: "Company",
  familyAll: "All",
  familyNeedFor: "Whose need is it?",
  familyNeedsLeftOut: {
    one: "{count} older need of these companies is not shown here: open the company’s own record.",
    other: "{count} older needs of these companies are not shown here: open the company’s own record.",
  },
} as const;
