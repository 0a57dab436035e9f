import { Text } from "@hubspot/ui-extensions";
import { industryText } from "@keyline/domain";
import { Column, Row, useHost, type PlainKey } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";
import { EditAccount } from "./EditAccount.tsx";

const parts = ["industry", "employees", "city", "country", "annualRevenueMinor"] as const;
const names: Readonly<Record<(typeof parts)[number], PlainKey>> = {
  industry: "industry",
  employees: "employees",
  city: "city",
  country: "country",
  annualRevenueMinor: "annualRevenue",
};

/** Industry, size, place and revenue in one line, as HubSpot knows them; what it lacks can be filled in here. */
export function ProfileLine({ answer, plan, canWrite, onWritten }: PlanTabProps) {
  const { say, line, language, numbers, locale } = useHost();
  const { account, currency } = answer;
  const missing = parts.filter((name) => account[name] === null);
  const known = [
    account.industry && industryText(account.industry, language),
    account.employees !== null && say("profileEmployees", { count: account.employees }),
    line([account.city, account.country], "comma"),
    account.annualRevenueMinor !== null &&
      say("profileRevenue", { amount: numbers.money(account.annualRevenueMinor, currency) }),
  ];
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return (
    <Row justify="between" align="start">
      <Column gap="flush">
        {missing.length < parts.length && <Text>{line(known.filter(isSaid))}</Text>}
        <Text variant="microcopy">
          {missing.length > 0
            ? say("profileMissing", { what: list.format(missing.map((name) => say(names[name]))) })
            : say("fromHubSpot")}
        </Text>
      </Column>
      {canWrite && (
        <EditAccount
          answer={answer}
          planKey={plan.key}
          names={parts}
          title={say("profileTitle")}
          label={say(missing.length > 0 ? "profileFill" : "planEdit")}
          onWritten={onWritten}
        />
      )}
    </Row>
  );
}

/** Marks that keep directions apart are no text. */
function isSaid(part: string | false | null): part is string {
  return Boolean(part && part.replaceAll(/[\u2066-\u2069]/g, ""));
}
