import { PageTitle } from "@hubspot/ui-extensions/pages";
import type { PortfolioAnswer } from "@keyline/domain";
import { CardFrame, useHost } from "@keyline/ui";
import { PortfolioBody } from "./PortfolioBody.tsx";
import { Preparing } from "./Preparing.tsx";
import { useChosen, usePortfolio } from "./use-portfolio.ts";

/** Which accounts need looking after, who carries them, and which to choose next. */
export function PortfolioPage() {
  const { say } = useHost();
  const chosen = useChosen();
  const { read, refresh, seen } = usePortfolio();
  return (
    <>
      <PageTitle>{say("portfolioTitle")}</PageTitle>
      <CardFrame<PortfolioAnswer> read={read}>
        {(answer) =>
          answer.state === "preparing" ? (
            <Preparing read={answer.read} total={answer.total} again={read.again} />
          ) : (
            <PortfolioBody answer={answer} chosen={chosen} refresh={refresh} seen={seen} />
          )
        }
      </CardFrame>
    </>
  );
}
