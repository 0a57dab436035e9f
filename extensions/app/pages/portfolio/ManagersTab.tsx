import { EmptyState, Link, ProgressBar, StatusTag, Text } from "@hubspot/ui-extensions";
import { accountTypes, type AccountType, type ManagerLoad, type PortfolioReady } from "@keyline/domain";
import { Column, Listing, Row, useHost, type ListingColumn } from "@keyline/ui";
import type { Chosen } from "./use-portfolio.ts";

interface Props {
  answer: PortfolioReady;
  chosen: Chosen;
}

const fullPercent = 100;
const roomPercent = 80;

/** Who carries how much, against the number of accounts that their types allow; the fullest first. */
export function ManagersTab({ answer, chosen }: Props) {
  const { say, numbers, language, locale } = useHost();
  const { managers, norms } = answer;
  if (managers.length === 0)
    return (
      <EmptyState title={say("managersEmpty")} layout="vertical" imageName="companies" imageWidth={100} flush>
        {null}
      </EmptyState>
    );
  const columns: ListingColumn<ManagerLoad>[] = [
    {
      title: say("columnManager"),
      cell: ({ manager, isActive }) => (
        <Column gap="flush">
          <Link href="#" preventDefault onClick={() => chosen.change({ manager: manager.id, tab: "accounts" })}>
            {manager.name}
          </Link>
          {!isActive && <Text variant="microcopy">{say("managerLeft")}</Text>}
        </Column>
      ),
    },
    { title: say("columnLoad"), width: 160, cell: (load) => <Load percent={load.loadPercent} /> },
    { title: say("columnMix"), cell: ({ byType }) => <Text>{mixText(byType, language, locale, say)}</Text> },
    {
      title: say("columnAttainment"),
      isNumber: true,
      cell: ({ attainmentPercent: percent }) => <Text>{percent === null ? "–" : numbers.percent(percent)}</Text>,
    },
    {
      title: say("columnOverdue"),
      isNumber: true,
      cell: ({ overdueCheckIns }) => <Text>{numbers.number(overdueCheckIns)}</Text>,
    },
    { title: say("columnAtRisk"), isNumber: true, cell: ({ atRisk }) => <Text>{numbers.number(atRisk)}</Text> },
  ];
  return (
    <Column gap="small" fills>
      <Listing items={managers} keyOf={({ manager }) => manager.id} columns={columns} />
      <Column>
        <Text variant="microcopy">
          {say("normsText", { norms: mixText(norms, language, locale, say, "disjunction") })}
        </Text>
      </Column>
    </Column>
  );
}

function Load({ percent }: { percent: number }) {
  const { say, numbers, line } = useHost();
  const variant = percent > fullPercent ? "danger" : percent >= roomPercent ? "warning" : "success";
  const word = percent > fullPercent ? "loadOver" : percent >= roomPercent ? "loadFull" : "loadRoom";
  return (
    <Column gap="flush" fills>
      <ProgressBar
        aria-label={say("columnLoad")}
        value={Math.min(fullPercent, percent)}
        maxValue={fullPercent}
        variant={variant}
      />
      <Row>
        <StatusTag variant={variant}>{line([numbers.percent(percent), say(word)])}</StatusTag>
      </Row>
    </Column>
  );
}

type Say = ReturnType<typeof useHost>["say"];

/** "8 × Key account, 3 × Sales account". */
function mixText(
  byType: Partial<Record<AccountType, number>>,
  language: "en" | "ar",
  locale: string,
  say: Say,
  type: Intl.ListFormatType = "unit",
): string {
  const parts = accountTypes.values.flatMap((one) => {
    const count = byType[one];
    return count ? [say("normOf", { count, type: accountTypes.label(one, language) })] : [];
  });
  return new Intl.ListFormat(locale, { type, style: "short" }).format(parts);
}
