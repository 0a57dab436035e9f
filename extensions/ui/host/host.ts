import type { CrmContext } from "@hubspot/ui-extensions";
import type { Language } from "@keyline/domain";
import { numberFormat, speechOf, type NumberFormat } from "../format/index.ts";
import { apart, speak, type Say } from "../strings/index.ts";
import { directed, type Direction } from "./direction.ts";

/** The actions of HubSpot that our parts use; the record tab and the sidebar both have them. */
export interface HostActions {
  addAlert(alert: { type?: "info" | "warning" | "success" | "danger" | "tip"; message: string; title?: string }): void;
  refreshObjectProperties(): void;
  onCrmPropertiesUpdate(properties: string[], callback: () => void): void;
  closeOverlay(id: string): void;
}

/** What every part of a card may know of where it runs and for whom. */
export interface Host {
  companyId: string;
  language: Language;
  locale: string;
  /** True when the reading order runs against the page's: Arabic on a left-to-right page, English on a right-to-left one. */
  isReversed: boolean;
  say: Say;
  /** Texts beside each other in reading order: "Key account · A". Empty ones are left out. */
  line: (parts: readonly (string | false | null | undefined)[], separator?: keyof Separators) => string;
  numbers: NumberFormat;
  actions: HostActions;
}

interface Separators {
  dot: string;
  comma: string;
}

type Asked = Pick<CrmContext, "user" | "crm" | "variables">;

/** Arabic takes a dash: beside its digits a middle dot reads as a zero. */
const separators: Record<Language, Separators> = {
  en: { dot: " · ", comma: ", " },
  ar: { dot: " – ", comma: "، " },
};

/**
 * HubSpot's page has no direction that a card could ask for and runs left to right; a host that knows better says so in
 * the variable `pageDirection`.
 */
export function hostOf(context: Asked, actions: HostActions): Host {
  const { language, locale } = speechOf(context.user);
  const reads: Direction = language === "ar" ? "rtl" : "ltr";
  const page: Direction = context.variables?.["pageDirection"] === "rtl" ? "rtl" : "ltr";
  const say = speak(language, new Intl.NumberFormat(locale));
  const numbers = numberFormat(locale);
  const inOrder = (text: string) => directed(text, reads, page);
  return {
    companyId: String(context.crm.objectId),
    language,
    locale,
    isReversed: reads !== page,
    say: (key, ...values) => inOrder(say(key, ...values)),
    line: (parts, separator = "dot") =>
      inOrder(
        parts
          .filter(Boolean)
          .map((part) => apart(String(part)))
          .join(separators[language][separator]),
      ),
    numbers: {
      ...numbers,
      money: (amountMinor, currency) => inOrder(numbers.money(amountMinor, currency)),
    },
    actions,
  };
}
