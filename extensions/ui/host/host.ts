import type { BaseContext } from "@hubspot/ui-extensions";
import type { Language } from "@keyline/domain";
import { numberFormat, speechOf, type NumberFormat } from "../format/index.ts";
import { apart, speak, type Say, type Texts } from "../strings/index.ts";
import { directed, type Direction } from "./direction.ts";

/** The actions of HubSpot that our parts use. */
export interface HostActions extends PageActions {
  refreshObjectProperties(): void;
  onCrmPropertiesUpdate(properties: string[], callback: () => void): void;
}

/** Those that HubSpot offers everywhere: on a record, on the app's page, in the settings, in a bulk action. */
export interface PageActions {
  addAlert(alert: { type?: "info" | "warning" | "success" | "danger" | "tip"; message: string; title?: string }): void;
  closeOverlay(id: string): void;
  /** Moves the app's page to a path, with what stands behind its question mark; the address keeps both. */
  navigateToPage?(options: { to: string; params?: Record<string, string> }): void;
}

/** What every part of a card may know of where it runs and for whom. */
export interface Host {
  /** The company of the record; null where there is no record. */
  companyId: string | null;
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

/** What is read of HubSpot's context, which has a record only on one. */
export type HostContext = Pick<BaseContext, "user" | "variables"> & { crm?: { objectId?: number } };

/** Arabic takes a dash: beside its digits a middle dot reads as a zero. */
const separators: Record<Language, Separators> = {
  en: { dot: " · ", comma: ", " },
  ar: { dot: " – ", comma: "، " },
};

/**
 * HubSpot's page has no direction that a card could ask for and runs left to right; a host that knows better says so in
 * the variable `pageDirection`.
 */
export function hostOf(
  context: HostContext,
  actions: PageActions & Partial<HostActions>,
  texts: readonly Texts[],
): Host {
  const { language, locale } = speechOf(context.user);
  const reads: Direction = language === "ar" ? "rtl" : "ltr";
  const page: Direction = context.variables?.["pageDirection"] === "rtl" ? "rtl" : "ltr";
  const say = speak(language, new Intl.NumberFormat(locale), texts);
  const numbers = numberFormat(locale);
  const inOrder = (text: string) => directed(text, reads, page);
  return {
    companyId: context.crm?.objectId ? String(context.crm.objectId) : null,
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
    actions: {
      addAlert: (alert) => actions.addAlert(alert),
      closeOverlay: (id) => actions.closeOverlay(id),
      navigateToPage: (options) => actions.navigateToPage?.(options),
      // Off a record there is nothing to refresh and nothing to hear of.
      refreshObjectProperties: () => actions.refreshObjectProperties?.(),
      onCrmPropertiesUpdate: (properties, callback) => actions.onCrmPropertiesUpdate?.(properties, callback),
    },
  };
}
