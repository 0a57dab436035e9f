/** Plans on paper, and check-ins in a calendar. */
export const paper = {
  printItem: "Print",
  printTitle: "The plan on paper",
  printLanguage: "Language of the paper",
  printInEnglish: "English",
  printInArabic: "Arabic",
  printInside: "For us: the whole plan",
  printInsideText: "With notes, figures and how we judge the account. Not for the customer.",
  printCustomer: "For the customer",
  printCustomerText:
    "How we help them grow, the roadmap without what is marked internal, both sides’ promises, who is told, our team, who agreed. Read it before you send it.",
  linkGoodFor: { one: "The link works for {count} minute.", other: "The links work for {count} minutes." },
  calendarFile: "Calendar file",
  calendarTitle: "Check-ins in your calendar",
  calendarText: "Open the file with your calendar. Load it again after changes: entries are updated, not doubled.",
  calendarLoad: "Download the calendar file",
} as const;
