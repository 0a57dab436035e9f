import { StatusTag, Text } from "@hubspot/ui-extensions";
import { daysBetween, renewalOutlooks, type AccountValues, type PlainDate, type RenewalOutlook } from "@keyline/domain";
import { Row, dateFormat, useHost } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";
import { Section } from "../Section.tsx";
import { EditAccount } from "./EditAccount.tsx";

const names = ["contractEnds", "noticeBy", "renewalMinor", "outlook"] as const;
const variants: Readonly<Record<RenewalOutlook, "success" | "default" | "warning" | "danger">> = {
  likely: "success",
  open: "default",
  at_risk: "warning",
  lost: "danger",
  renewed: "success",
};
/** A notice date this near is amber, one that has passed is red. */
const noticeSoonDays = 60;

/** The day on which the account can be lost, the last day to say so, and how it looks. */
export function ContractPart({ answer, plan, canWrite, onWritten }: PlanTabProps) {
  const { say } = useHost();
  const { account } = answer;
  const isEmpty = names.every((name) => account[name] === null);
  return (
    <Section
      title={say("planContract")}
      empty={isEmpty ? say("contractWhy") : false}
      action={
        canWrite && (
          <EditAccount
            answer={answer}
            planKey={plan.key}
            names={names}
            title={say("contractTitle")}
            label={say(isEmpty ? "writeIt" : "planEdit")}
            onWritten={onWritten}
          />
        )
      }
    >
      <ContractLine account={account} today={answer.today} currency={answer.currency} />
    </Section>
  );
}

function ContractLine({ account, today, currency }: { account: AccountValues; today: PlainDate; currency: string }) {
  const { say, line, locale, numbers, language } = useHost();
  const { contractEnds, noticeBy, renewalMinor, outlook } = account;
  const dates = dateFormat(locale, today);
  return (
    <Row wrap>
      <Text>
        {line([
          contractEnds && say("contractEnds", { date: dates.day(contractEnds) }),
          renewalMinor !== null && numbers.money(renewalMinor, currency),
        ])}
      </Text>
      {noticeBy && (
        <StatusTag variant={noticeVariant(noticeBy, today, outlook)}>
          {line([say("noticeBy", { date: dates.day(noticeBy) }), dates.fromToday(noticeBy)])}
        </StatusTag>
      )}
      {outlook && <StatusTag variant={variants[outlook]}>{renewalOutlooks.label(outlook, language)}</StatusTag>}
    </Row>
  );
}

/** Decided is decided, whatever the date. */
function noticeVariant(noticeBy: PlainDate, today: PlainDate, outlook: RenewalOutlook | null) {
  if (outlook === "renewed" || outlook === "lost") return "default" as const;
  const days = daysBetween(today, noticeBy);
  if (days < 0) return "danger" as const;
  return days <= noticeSoonDays ? ("warning" as const) : ("default" as const);
}
