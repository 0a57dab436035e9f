import { Text } from "@hubspot/ui-extensions";
import type { Opening } from "@keyline/domain";
import { Listing, useHost } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";
import { Section } from "../Section.tsx";
import { TextPart } from "../TextPart.tsx";
import { OpeningButtons } from "./OpeningButtons.tsx";

/** Both buttons of a row in one line, in pixels. */
const buttonsWidth = 240;

/** What accounts like this one bought and this one did not, each a click away from a need or a deal. */
export function OpeningsPart(props: PlanTabProps) {
  const { say, numbers } = useHost();
  const { answer, canWrite, onWritten } = props;
  const { openings, currency } = answer;
  const peersColumn = {
    title: say("openingPeers"),
    cell: ({ boughtByPeers: count, peers }: Opening) => (
      <Text variant={count > 0 ? "bodytext" : "microcopy"}>
        {count > 0 ? say("peersBought", { count, peers }) : say("peersNobody")}
      </Text>
    ),
  };
  if (!openings) return <TextPart {...props} name="upsellOpenings" />;
  return (
    <>
      <Section
        title={say("openings")}
        aside={
          openings.rows.length > 0 && !openings.hasPeers && <Text variant="microcopy">{say("openingsNoPeers")}</Text>
        }
        empty={emptyText()}
      >
        <Listing<Opening>
          items={openings.rows}
          keyOf={({ productId }) => productId}
          columns={[
            { title: say("openingProduct"), cell: ({ name }) => <Text>{name}</Text> },
            ...(openings.hasPeers ? [peersColumn] : []),
            {
              title: say("openingPrice"),
              isNumber: true,
              cell: ({ priceMinor }) => <Text>{priceMinor === null ? "" : numbers.money(priceMinor, currency)}</Text>,
            },
            {
              title: "",
              width: buttonsWidth,
              cell: (opening) => (
                <OpeningButtons
                  opening={opening}
                  canWrite={canWrite}
                  onChanged={(changed) =>
                    onWritten({ ...answer, openings: { ...openings, rows: openings.rows.map(replaced(changed)) } })
                  }
                />
              ),
            },
          ]}
        />
      </Section>
      <TextPart {...props} name="upsellOpenings" />
    </>
  );

  function emptyText(): string | false {
    if (!openings || openings.rows.length > 0) return false;
    if (!openings.isKnown) return say("openingsUnknown");
    return say("openingsNone");
  }
}

function replaced(changed: Opening) {
  return (one: Opening): Opening => (one.productId === changed.productId ? changed : one);
}
